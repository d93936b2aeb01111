// A file of W3C Web Annotations → what Recogito's text annotator reads of those that select words.
import { readFileSync } from "node:fs";
import { parseW3CTextAnnotation } from "@recogito/text-annotator";

const whole = JSON.parse(readFileSync(process.argv[2], "utf8"));
const selecting = whole.first.items.filter((each) => each.target.selector);
const read = selecting.map((each) => {
  const { parsed, error } = parseW3CTextAnnotation(each);
  return error ? { error: String(error) } : { id: parsed.id, bodies: parsed.bodies.length, selector: parsed.target.selector };
});
console.log(JSON.stringify(read));

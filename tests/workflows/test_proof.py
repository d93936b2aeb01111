"""A proof that a third party checks without Holdfire, and time-stamps by others."""

import shutil
import subprocess
import sys
from datetime import UTC, datetime
from zipfile import ZipFile

import pytest

from holdfire.errors import BookError
from holdfire.store.checking import OffError
from holdfire.workflows.casebook.opening import make_book
from holdfire.workflows.casebook.stamping import attach, request
from holdfire.workflows.casebook.verifying import prove, stamped, verify
from tests.store.reports import plain
from tests.store.test_checking import last, tamper

WORDS = "The guards of Pomegranate village fired."
BEFORE = "2020-01-01T00:00:00.000000Z"


@pytest.fixture
def book(tmp_path):
    made = make_book(str(tmp_path / "case.book"), who="ada")
    with made.change(who="ada", at=BEFORE) as change:
        change.keep([plain(WORDS, title="Ünïcode “quotes” \u2028 \x7f")])
    yield made
    made.close()


@pytest.fixture
def proof(book, tmp_path):
    prove(book, tmp_path / "proof.zip")
    with ZipFile(tmp_path / "proof.zip") as packed:
        packed.extractall(tmp_path / "proof")
    return tmp_path / "proof"


def checked(proof, *files, path=None):
    """Run the program of a proof as a stranger would: without Holdfire or anything of ours."""
    command = [sys.executable, "-I", str(proof / "verify.py"), *map(str, files)]
    environment = None if path is None else {"PATH": path}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


@pytest.mark.slow
def test_a_stranger_checks_the_log_and_finds_a_file_in_it(book, proof, tmp_path):
    (tmp_path / "mine.txt").write_text(WORDS, encoding="utf-8")
    (tmp_path / "other.txt").write_text("Other words.", encoding="utf-8")
    done = checked(proof, tmp_path / "mine.txt")
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"SOUND: {book.log.last().seq} entries, 2 signatures good" in done.stdout
    assert "mine.txt: in the casebook since" in done.stdout
    assert "NOT in the casebook" in checked(proof, tmp_path / "other.txt").stdout
    assert checked(proof, tmp_path / "other.txt").returncode == 1


def test_a_proof_holds_no_word_of_a_report(proof):
    held = b"".join(path.read_bytes() for path in proof.rglob("*") if path.is_file())
    assert b"Pomegranate" not in held and b"quotes" not in held.replace(b"quotes:", b"")


@pytest.mark.slow
@pytest.mark.parametrize("file", ["log.jsonl", "checkpoints.jsonl", "manifest.json"])
def test_a_changed_proof_is_not_sound(proof, file):
    content = (proof / file).read_text(encoding="utf-8")
    digit = next(at for at in range(len(content) - 20, 0, -1) if content[at] in "0123456789")
    other = "1" if content[digit] != "1" else "2"
    (proof / file).write_text(content[:digit] + other + content[digit + 1 :], encoding="utf-8")
    assert "NOT SOUND" in checked(proof).stderr or checked(proof).returncode == 1


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    """A time-stamp authority of our own; what it answers to a request."""
    if shutil.which("openssl") is None:
        pytest.skip("the test authority needs the program openssl")
    folder = tmp_path_factory.mktemp("authority")
    (folder / "tsa.cnf").write_text(
        """[req]
distinguished_name = name
prompt = no
[name]
CN = Test authority
[root]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign
[stamp]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[tsa]
default_tsa = own
[own]
serial = serial
signer_cert = tsa.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256, sha384, sha512
ess_cert_id_chain = no
ess_cert_id_alg = sha256
""",
        encoding="ascii",
    )
    (folder / "serial").write_text("01\n")
    new = "-newkey rsa:2048 -nodes -keyout"
    _openssl(folder, f"req -x509 {new} root.key -out root.pem -config tsa.cnf -extensions root")
    _openssl(folder, f"req {new} tsa.key -out tsa.csr -config tsa.cnf -subj /CN=Stamper")
    signed = "-CA root.pem -CAkey root.key -extfile tsa.cnf -extensions stamp"
    _openssl(folder, f"x509 -req -in tsa.csr -out tsa.pem -days 9 {signed}")

    def answer(asked):
        out = asked.with_suffix(".tsr")
        _openssl(folder, f"ts -reply -config tsa.cnf -queryfile {asked} -out {out}")
        return out

    return folder / "root.pem", answer


def _openssl(folder, command):
    subprocess.run(["openssl", *command.split()], cwd=folder, check=True, capture_output=True)


@pytest.mark.slow
def test_an_authority_says_when_the_log_was_as_it_is(book, authority, tmp_path):
    root, answer = authority
    made = request(book, tmp_path / "a.tsq")
    checkpoint, at = attach(book, answer(tmp_path / "a.tsq"), root, who="ada")
    assert checkpoint == made
    assert at[:10] == datetime.now(UTC).date().isoformat()
    assert stamped(book) == [(made.upto, at)]
    assert last(verify(book)).entries == book.log.last().seq
    attach(book, tmp_path / "a.tsr", root, who="ada")
    assert len(stamped(book)) == 1
    tamper(book, "UPDATE timestamp SET authority = 'none'")
    with pytest.raises(OffError):
        last(verify(book))


@pytest.mark.slow
def test_answers_about_another_log_or_by_another_root_are_refused(book, authority, tmp_path):
    root, answer = authority
    other = make_book(str(tmp_path / "other.book"), who="eve")
    request(other, tmp_path / "b.tsq")
    with pytest.raises(BookError, match="about no signature of this casebook"):
        attach(book, answer(tmp_path / "b.tsq"), root, who="ada")
    request(book, tmp_path / "c.tsq")
    response = answer(tmp_path / "c.tsq")
    with pytest.raises(BookError, match="time-stamp is not good"):
        attach(book, response, root.with_name("tsa.pem"), who="ada")
    with pytest.raises(BookError, match="no answer of a time-stamp authority"):
        attach(book, tmp_path / "c.tsq", root, who="ada")
    with pytest.raises(BookError, match="cannot be read"):
        attach(book, tmp_path / "none.tsr", root, who="ada")
    other.sign = None
    assert stamped(other) == []

"""Web archives: WARC and packages of it (WACZ), with what is damaged in them."""

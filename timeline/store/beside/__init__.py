"""What is kept beside the ledger: texts, pages, watches, marks, feeds, manifests."""

"""Reads the documents of a .jsonl file with Recognizers-Text: `python recognizers_driver.py DOCS.jsonl LANGUAGE PASSES`."""

import json
import sys
from datetime import datetime
from pathlib import Path

from recognizers_date_time import DateTimeRecognizer

CULTURES = {"en": "en-us", "fr": "fr-fr", "es": "es-es", "de": "de-de", "pt": "pt-br", "it": "it-it", "nl": "nl-nl"}

file, language, passes = sys.argv[1:]
rows = [json.loads(line) for line in Path(file).read_text(encoding="utf-8").splitlines()]
model = DateTimeRecognizer(CULTURES[language]).get_datetime_model()
found = 0
for _ in range(int(passes)):
    found = sum(len(model.parse(row["text"], datetime.fromisoformat(row["dct"][:10]))) for row in rows)
print(found)

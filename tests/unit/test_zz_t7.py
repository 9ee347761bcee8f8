import sys; sys.path.insert(0,'.')
import pytest, json
from pathlib import Path
from tests.unit.standin_models import *
from guardrail.models import topics
def test_x(tmp_path, monkeypatch):
    mine=write_models(tmp_path/'m'); sh=tmp_path/'t'; sh.mkdir()
    (sh/'medical.txt').write_text("my head hurts badly\nwhich pills help\n"); (sh/'medical.near.txt').write_text("my laptop has a virus\n")
    install(monkeypatch,mine); monkeypatch.setattr(topics,'folder',lambda:sh)
    t=topics.topic(["my head hurts badly","which pills help"])
    for x in ["quarterly revenue grew","my head has a virus","my laptop hurts","which virus","my virus helps","laptop pills"]: print(x,t.scores([x]))

"""Writes the sample notebooks as Jupyter does; run it again after a change: python3 make_samples.py"""

import json
import pathlib

HERE = pathlib.Path(__file__).parent


def notebook(cells, minor=5, **metadata):
    return {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": minor}


def code(id, source, outputs=(), **metadata):
    return {"cell_type": "code", "execution_count": None, "id": id, "metadata": metadata,
            "outputs": list(outputs), "source": source}


def markdown(id, source, **more):
    return {**more, "cell_type": "markdown", "id": id, "metadata": {}, "source": source}


def without_ids(cells):
    return [{key: value for key, value in cell.items() if key != "id"} for cell in cells]


OUTPUTS = [
    {"name": "stdout", "output_type": "stream", "text": ["一\n", "二"]},
    {"name": "stderr", "output_type": "stream", "text": "one string\nof two lines\n"},
    {"data": {"image/svg+xml": ["<svg>\n", "</svg>"], "text/plain": ["圖"]}, "metadata": {"image/svg+xml": {"isolated": True}},
     "output_type": "display_data"},
    {"data": {"application/json": {"a": [1.0, 1e5, -0.0], "b": None}, "application/vnd.x+json": [True]},
     "execution_count": 3, "metadata": {}, "output_type": "execute_result"},
    {"ename": "Error", "evalue": "坏了", "output_type": "error", "traceback": ["\x1b[0;31mred\x1b[0m", "at 1.3-await.ipynb#a:2"]},
    {"output_type": "update_display_data", "data": {}, "metadata": {}, "unknown": [{}, [], ""]},
]

SAMPLES = {
    "odd-text": notebook([
        markdown("emoji", "🐍 → C♯, 👩‍👩‍👧, e\u0301, \u2028 \u2029 \x7f \ufeff </script> & ' + \" \\ /"),
        markdown("control", ["\x1b[31m\b\f\r\n", "\t\x00\x01\x1f\n", "\n", "last"]),
        code("empty", []),
        code("string", "Console.WriteLine(1);\nConsole.WriteLine(2);\n"),
    ]),
    "outputs": notebook([code("all", ["1"], OUTPUTS), code("none", "2")]),
    "unknown-fields": {
        "zeta": {"": {}, "a b": [[], [[]], {}]},
        **notebook([
            markdown("image", ["![x](attachment:x.png)"], attachments={"x.png": {"image/png": "iVBORw0KGgo="}}),
            {"cell_type": "raw", "id": "raw", "metadata": {"format": "text/restructuredtext"}, "source": ["raw"], "extra": 1},
            code("own", ["1"], collapsed=False, asyncbook={"ports": "1.4#1", "parity": "unordered", "needs": ["redis"]}),
        ], orig_nbformat=4, asyncbook={"needs": ["linux"]}),
    },
}

for minor in range(6):
    cells = [markdown("a", ["# 标题\n", "\n", "文字"]), code("b", ["// 第一格\n", "1"], OUTPUTS[:1])]
    SAMPLES[f"minor-{minor}"] = notebook(cells if minor == 5 else without_ids(cells), minor)

for name, sample in SAMPLES.items():
    text = json.dumps(sample, indent=1, ensure_ascii=False) + "\n"
    (HERE / f"{name}.ipynb").write_bytes(text.encode())

# What json.dumps does not write but VS Code and others do: numbers in another form, no newline at the end.
(HERE / "numbers.ipynb").write_bytes(
    b'{\n "cells": [],\n "metadata": {\n  "n": [\n   1.0,\n   1e5,\n   1E+05,\n   -0,\n   0.10,\n   123456789012345678901234567890\n  ]\n },'
    b'\n "nbformat": 4,\n "nbformat_minor": 5\n}')

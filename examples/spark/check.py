"""Holds graphs that Spark made with workers of its own against the one of a single machine, and says how long each took.

    python3 check.py PROGRAM ARTICLES.jsonl

One worker, two workers, and two of which one is killed in the middle of its first piece: each graph must be the same, byte for
byte, as that of `interparl build`. Ends with 1 where one is not.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time

import pyspark

import relations

PIECES = 6


def fail_once(marker):
    """What kills the process that runs the piece, once: a worker that is lost with what it was doing."""

    def pass_on(piece, lines):
        for line in lines:
            if piece == 0:
                try:
                    os.close(os.open(marker, os.O_CREAT | os.O_EXCL))
                except FileExistsError:
                    pass
                else:
                    os.kill(executor(), signal.SIGKILL)
                    time.sleep(60)
            yield line

    return pass_on


def executor():
    """The Java process of the worker in which this runs: the nearest one above."""
    process = os.getppid()
    while process > 1:
        with open(f"/proc/{process}/comm", encoding="utf-8") as name:
            if name.read().strip() == "java":
                return process
        with open(f"/proc/{process}/stat", encoding="utf-8") as stat:
            process = int(stat.read().rsplit(")", 1)[1].split()[1])
    raise RuntimeError("there is no Java above")


def run(program, articles, folder, workers, kill):
    """A graph made by a cluster of so many workers of one core each; gives its bytes and the seconds that reading took."""
    name = f"{workers}-{'killed' if kill else 'whole'}"
    readings = os.path.join(folder, name)
    configuration = (
        pyspark.SparkConf()
        .setMaster(f"local-cluster[{workers},1,1024]")
        .setAppName(name)
        .set("spark.ui.enabled", "false")
        # The workers are started anew; they are to find the modules of this folder.
        .set("spark.executorEnv.PYTHONPATH", os.path.dirname(os.path.abspath(__file__)))
    )
    context = pyspark.SparkContext(conf=configuration)
    try:
        # Until the workers are there, nothing is measured.
        context.parallelize(range(workers), workers).count()
        start = time.monotonic()
        lines = relations.extract(context, articles, program, PIECES)
        if kill:
            lines = lines.mapPartitionsWithIndex(fail_once(os.path.join(folder, "killed")))
        lines.saveAsTextFile(readings)
        took = time.monotonic() - start
    finally:
        context.stop()
    graph = os.path.join(folder, f"{name}.json")
    relations.fold(readings, graph, program)
    with open(graph, "rb") as bytes_of:
        return bytes_of.read(), took


def main():
    program, articles = map(os.path.abspath, sys.argv[1:3])
    # The cluster of Spark's own is started by its scripts, which look for it here.
    os.environ.setdefault("SPARK_HOME", os.path.dirname(pyspark.__file__))
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    with tempfile.TemporaryDirectory() as folder:
        start = time.monotonic()
        with open(os.devnull, "wb") as nothing:
            plain = [program, "extract", "--quiet", "--threads", "1", articles]
            subprocess.run(plain, check=True, stdout=nothing)
        print(f"a plain pipe, one thread: {time.monotonic() - start:.1f} s")
        single = os.path.join(folder, "single.json")
        subprocess.run([program, "build", "--quiet", articles, "-o", single], check=True)
        with open(single, "rb") as bytes_of:
            expected = bytes_of.read()
        same = True
        for workers, kill in [(1, False), (2, False), (2, True)]:
            graph, took = run(program, articles, folder, workers, kill)
            lost = kill and os.path.exists(os.path.join(folder, "killed"))
            what = f"{workers} workers" + (", one killed" if lost else "")
            print(f"{what}: {took:.1f} s, {'the same graph' if graph == expected else 'ANOTHER GRAPH'}", flush=True)
            same = same and graph == expected and lost == kill
    sys.exit(0 if same else 1)


if __name__ == "__main__":
    main()

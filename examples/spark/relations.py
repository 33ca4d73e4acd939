"""Reads a corpus with Spark and folds it into one graph, the same byte for byte as on one machine.

    python3 relations.py articles.jsonl -o graph.json
    spark-submit --master spark://head:7077 relations.py 'corpus/*.jsonl.gz' -o graph.json

`interparl extract` is a filter of lines: articles as JSON lines go in, readings as JSON lines come out. Spark cuts the
corpus into pieces and pipes each through one such filter; a piece whose machine is lost is read again on another. The graph
is a function of the set of readings, so neither the cut nor the order nor a piece that was read twice leaves a trace.

The program must lie at the same path on every worker (--interparl), and --readings must be a place that all of them write to.
"""

import argparse
import glob
import os
import shlex
import shutil
import subprocess
import sys
import tempfile

from pyspark.sql import SparkSession

# A piece may be empty, which is an error for `extract` on its own, and may have bad lines, which it skips, says so, and ends
# with 3. All else that is not 0 is a fault, after which Spark reads the piece again.
FILTER = """
IFS= read -r first || exit 0
{ printf '%s\\n' "$first"; cat; } | "$0" extract --quiet --threads 1 --input-format jsonl - || [ $? -eq 3 ]
"""


def extract(context, articles, interparl, pieces):
    """The readings of articles, as an RDD of lines."""
    command = shlex.join(["sh", "-c", FILTER, interparl])
    return context.textFile(articles, pieces).pipe(command, checkCode=True)


def fold(readings, output, interparl):
    """Folds the files of readings of a folder into a graph."""
    parts = sorted(glob.glob(os.path.join(readings, "part-*")))
    # By standard input, so that no number of pieces is too long for a command line.
    with subprocess.Popen(
        [interparl, "fold", "--quiet", "-", "-o", output], stdin=subprocess.PIPE
    ) as program:
        for part in parts:
            with open(part, "rb") as lines:
                shutil.copyfileobj(lines, program.stdin)
        program.stdin.close()
        if program.wait() != 0:
            sys.exit(f"interparl fold ended with {program.returncode}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", help="JSON lines; a pattern or a folder may stand for many files")
    parser.add_argument("-o", "--output", required=True, help="the graph to write")
    parser.add_argument("--readings", help="a folder to be made for the readings; a temporary one if not given")
    parser.add_argument("--interparl", default="interparl", help="the program, as every worker finds it")
    parser.add_argument("--pieces", type=int, default=8, help="into how many pieces to cut the corpus at least")
    args = parser.parse_args()
    # A command that is found by its name here must be found on the workers too.
    interparl = shutil.which(args.interparl) or sys.exit(f'there is no program "{args.interparl}"')
    spark = SparkSession.builder.appName("interparl").getOrCreate()
    with tempfile.TemporaryDirectory() as folder:
        readings = args.readings or os.path.join(folder, "readings")
        extract(spark.sparkContext, args.articles, interparl, args.pieces).saveAsTextFile(readings)
        spark.stop()
        fold(readings, args.output, interparl)


if __name__ == "__main__":
    main()

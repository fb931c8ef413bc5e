"""A job on a cluster of two worker processes, and the processes that belong to it."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent.parent
PATIENCE = 600


@dataclass(frozen=True)
class Process:
    id: int
    parent: int
    name: str


class Job:
    """`spark-submit` in `local-cluster[2,1,1024]`: two executors of one core and one gigabyte, each a JVM of its own."""

    def __init__(self, folder: Path, options: list[str], arguments: list):
        self.log = folder / "log"
        submit = Path(sys.executable).with_name("spark-submit")
        command = [submit, "--master", "local-cluster[2,1,1024]", "--conf", "spark.ui.enabled=false"]
        command += ["--conf", "spark.driver.memory=1g", "--conf", "spark.sql.shuffle.partitions=4"]
        # what one task reads: small, so that there are enough tasks for something to happen in the middle
        command += ["--conf", "spark.sql.files.maxPartitionBytes=4m", "--conf", "spark.sql.files.openCostInBytes=0"]
        # a short life is better spent without the slow compiler
        for which in ("driver", "executor"):
            command += ["--conf", f"spark.{which}.extraJavaOptions=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"]
        command += [*options, HERE / "job.py", *arguments]
        environment = os.environ | {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                list(map(str, command)), cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=log, text=True
            )

    def end(self) -> str:
        """Waits until the job has succeeded; gives what it printed."""
        try:
            printed, _ = self.process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        assert self.process.returncode == 0, self.told()[-6000:]
        return printed.strip()

    def told(self) -> str:
        return self.log.read_text(errors="replace")

    def at_work(self) -> list[tuple[Process, Process]]:
        """The children that have begun to answer, each with the executor's JVM above it."""
        every = {process.id: process for process in _processes()}
        found = []
        for child in every.values():
            if child.name != "dictum" or not _has_written(child.id):
                continue
            above = [child]
            while above[-1].parent in every:
                above.append(every[above[-1].parent])
            if any(process.id == self.process.pid for process in above):
                # the nearest JVM is the executor, the next one the driver
                found.append((child, next(process for process in above if process.name == "java")))
        return found

    def kill_at_work(self, which: str, output: Path) -> None:
        """Kills a child, or an executor with a child, in mid-job: some tasks are done and a child has begun to answer."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and self.process.poll() is None:
            if next((output / "answers/_temporary/0").glob("task_*"), None):
                for child, executor in self.at_work():
                    try:
                        os.kill(child.id if which == "child" else executor.id, signal.SIGKILL)
                    except ProcessLookupError:
                        continue
                    return
            time.sleep(0.005)
        raise AssertionError(f"no {which} could be killed in mid-job: {self.told()[-3000:]}")


def _processes():
    for place in Path("/proc").iterdir():
        if place.name.isdigit():
            try:
                stat = (place / "stat").read_text()
            except OSError:
                continue
            # the name is in brackets and may hold anything
            name, rest = stat[stat.index("(") + 1 : stat.rindex(")")], stat[stat.rindex(")") + 2 :].split()
            yield Process(int(place.name), int(rest[1]), name)


def _has_written(process: int) -> bool:
    try:
        fields = Path(f"/proc/{process}/io").read_text().split()
    except OSError:
        return False
    return int(fields[fields.index("wchar:") + 1]) > 0

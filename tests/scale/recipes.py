#!/usr/bin/env python3
"""Runs a recipe of docs/recetas for real over the samples and holds its base to the digest that reading them in one run gives. Ends
with 77, and the reason, where what the recipe needs is not installed.

usage: recipes.py parallel|slurm|kubernetes PROJECT COTEJO
"""
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SKIPPED = 77
REPORTS = ["informe-pqrs-2022.pdf", "seguimiento-plan-anticorrupcion-2021.pdf", "ejecucion-presupuestal-2021.pdf"]


class Missing(Exception):
    pass


def need(*programs):
    path = os.environ["PATH"] + ":/usr/sbin:/sbin"
    for program in programs:
        if shutil.which(program, path=path) is None:
            raise Missing(f"{program} is not installed")
    os.environ["PATH"] = path


def parallel(recipes, work, archive, base):
    need("parallel")
    subprocess.run([recipes / "parallel.sh", archive, work / "trabajo", base, "3", "-j", "2"], check=True)


def kubernetes(recipes, work, archive, base):
    """No cluster is here: what the Job says is looked at, and its command is run for each index as a node would."""
    try:
        import yaml
    except ImportError as missing:
        raise Missing("python3-yaml is not installed") from missing
    job = yaml.safe_load((recipes / "kubernetes.yaml").read_text())
    spec, pod = job["spec"], job["spec"]["template"]["spec"]
    container = pod["containers"][0]
    parts = {it["name"]: it["value"] for it in container["env"]}["PARTES"]
    assert (job["apiVersion"], job["kind"], spec["completionMode"]) == ("batch/v1", "Job", "Indexed")
    assert spec["completions"] == int(parts), "completions and PARTES differ"
    assert pod["restartPolicy"] in ("Never", "OnFailure")
    assert {m["name"] for m in container["volumeMounts"]} == {v["name"] for v in pod["volumes"]}
    (line,) = container["args"]
    line = line.replace("/archivo", str(archive)).replace("/trabajo", str(work))
    for index in range(3):
        environment = {**os.environ, "JOB_COMPLETION_INDEX": str(index), "PARTES": "3"}
        subprocess.run([*container["command"], line], env=environment, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["cotejo", "load", work / "extractos", "--db", base], stdout=subprocess.DEVNULL)


def free_port():
    with socket.socket() as it:
        it.bind(("127.0.0.1", 0))
        return it.getsockname()[1]


def slurm(recipes, work, archive, base):
    """One machine as two nodes, with a key and ports of their own."""
    need("slurmctld", "slurmd", "sbatch", "munged")
    if os.geteuid() != 0:
        raise Missing("slurmd must be started by root")
    for folder in ("state", "n1", "n2", "munge"):
        (work / folder).mkdir()
    (work / "key").write_bytes(os.urandom(1024))
    (work / "key").chmod(0o400)
    host = socket.gethostname().split(".")[0]
    (work / "slurm.conf").write_text(f"""
ClusterName=cotejo
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={free_port()}
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket={work}/munge/socket
CryptoType=crypto/munge
StateSaveLocation={work}/state
SlurmdSpoolDir={work}/%n
SlurmctldPidFile={work}/ctld.pid
SlurmdPidFile={work}/%n.pid
SlurmctldLogFile={work}/ctld.log
SlurmdLogFile={work}/%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
MpiDefault=none
ReturnToService=2
NodeName=n1 NodeHostname={host} NodeAddr=127.0.0.1 Port={free_port()} CPUs=1
NodeName=n2 NodeHostname={host} NodeAddr=127.0.0.1 Port={free_port()} CPUs=1
PartitionName=todo Nodes=ALL Default=YES State=UP
""")
    os.environ["SLURM_CONF"] = str(work / "slurm.conf")
    started = []
    try:
        started.append(subprocess.Popen(["munged", "-F", "--key-file", work / "key", "--socket", work / "munge/socket", "--pid-file", work / "munge/pid",
                                         "--seed-file", work / "munge/seed", "--log-file", work / "munge/log", "--force"], stderr=subprocess.DEVNULL))
        for _ in range(100):
            if (work / "munge/socket").exists():
                break
            time.sleep(0.1)
        started.append(subprocess.Popen(["slurmctld", "-D", "-c"], stderr=subprocess.DEVNULL))
        for node in ("n1", "n2"):
            started.append(subprocess.Popen(["slurmd", "-D", "-N", node], stderr=subprocess.DEVNULL))
        for _ in range(100):
            if "idle" in subprocess.run(["sinfo", "-h", "-o", "%T"], capture_output=True, text=True).stdout:
                break
            time.sleep(0.2)
        else:
            raise Missing("slurm is installed, but none of its nodes comes up here")
        subprocess.run([recipes / "slurm.sh", archive, work / "trabajo", base, "3"], check=True)
        for _ in range(300):
            left = subprocess.run(["squeue", "-h", "-o", "%T %r"], capture_output=True, text=True)
            if left.returncode == 0 and not left.stdout.strip():
                break
            time.sleep(0.2)
        else:
            raise AssertionError(f"jobs were left: {left.stdout}{left.stderr}")
    finally:
        for process in reversed(started):
            process.terminate()
        for process in started:
            process.wait()
        if not base.exists() and list(work.glob("trabajo/*.txt")):
            for log in [*work.glob("*.log"), *work.glob("trabajo/*.txt")]:
                print(f"--- {log.name}\n{log.read_text(errors='replace')[-2000:]}")


def main():
    name, root, program = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    os.environ["PATH"] = f"{program.parent}:{os.environ['PATH']}"
    os.environ["COTEJO"] = str(program)
    with tempfile.TemporaryDirectory() as folder:
        work, archive = Path(folder), Path(folder) / "archivo"
        archive.mkdir()
        for report in REPORTS:
            shutil.copy(root / "samples" / report, archive)

        def digest(base):
            return subprocess.run([program, "digest", "--db", base], capture_output=True, text=True, check=True).stdout

        try:
            {"parallel": parallel, "slurm": slurm, "kubernetes": kubernetes}[name](root / "docs/recetas", work, archive, work / "receta.db")
        except Missing as reason:
            print(f"skipped: {reason}")
            return SKIPPED
        assert len(list((work / ("extractos" if name == "kubernetes" else "trabajo/extractos")).rglob("*.cotejo"))) == len(REPORTS)
        subprocess.run([program, "ingest", archive, "--db", work / "una.db"], stdout=subprocess.DEVNULL)
        assert digest(work / "receta.db") == digest(work / "una.db"), "the digests differ"
    print(f"{name}: the base is the one that reading in one run gives")
    return 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Runs a recipe of docs/recetas for real over the samples and holds its base to the digest that reading them in one run gives. Ends
with 77, and the reason, where what the recipe needs is not installed.

usage: recipes.py parallel|sshlogin|slurm|kubernetes PROJECT COTEJO
"""
import os
import shutil
import signal
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
    subprocess.run([recipes / "parallel.sh", archive, work / "trabajo de hoy", base, "3", "-j", "2"], check=True)


def sshlogin(recipes, work, archive, base):
    """This machine as two that can be logged in to, each with an sshd of its own."""
    need("parallel", "sshd", "ssh", "ssh-keygen")
    if os.geteuid() != 0:
        raise Missing("sshd must be started by root")
    Path("/run/sshd").mkdir(exist_ok=True)
    for name in ("machine", "person"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", work / name], check=True)
    started, config = [], ""
    try:
        for node in ("nodo1", "nodo2"):
            port = free_port()
            config += f"Host {node}\nHostName 127.0.0.1\nPort {port}\n"
            # With no file of the machine's own: what stands there is nobody's business here.
            started.append(subprocess.Popen([shutil.which("sshd"), "-D", "-e", "-f", "/dev/null", "-p", str(port), "-h", work / "machine",
                                             "-o", "ListenAddress=127.0.0.1", "-o", f"AuthorizedKeysFile={work}/person.pub", "-o", "StrictModes=no",
                                             "-o", f"PidFile={work}/{node}.pid", "-o", "PasswordAuthentication=no", "-o", "UsePAM=no"], stderr=subprocess.DEVNULL))
        (work / "config").write_text(config + f"Host *\nUser root\nIdentityFile {work}/person\nIdentitiesOnly yes\nStrictHostKeyChecking no\n"
                                     f"UserKnownHostsFile {work}/known\nLogLevel ERROR\n")
        os.environ["PARALLEL_SSH"] = f"ssh -F {work}/config"
        for node in ("nodo1", "nodo2"):
            for _ in range(50):
                if subprocess.run(["ssh", "-F", work / "config", node, "true"], stderr=subprocess.DEVNULL).returncode == 0:
                    break
                time.sleep(0.2)
            else:
                raise Missing("sshd is installed, but nobody can log in here")
        subprocess.run([recipes / "parallel.sh", archive, work / "trabajo de hoy", base, "4", "--sshlogin", "nodo1,nodo2", "-j", "1", "--joblog", work / "jobs"], check=True)
    finally:
        for process in started:
            process.terminate()
            process.wait()
    nodes = {line.split("\t")[1] for line in (work / "jobs").read_text().splitlines()[1:]}
    assert nodes == {"nodo1", "nodo2"}, f"what ran where: {nodes}"


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
    plain = work / "archivo"  # as the volume is called, without a space
    plain.symlink_to(archive)
    line = line.replace("/archivo", str(plain)).replace("/trabajo", str(work))
    for index in range(3):
        environment = {**os.environ, "JOB_COMPLETION_INDEX": str(index), "PARTES": "3"}
        subprocess.run([*container["command"], line], env=environment, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["cotejo", "load", work / "extractos", "--db", base], stdout=subprocess.DEVNULL)


def free_port():
    with socket.socket() as it:
        it.bind(("127.0.0.1", 0))
        return it.getsockname()[1]


# What stands in place of the program in a job of Slurm's: the first time that part 1 is read it stays there, as on a node
# that hangs, and notes which node and which process that is.
HANGING = """#!/bin/bash
if [[ "$*" == *"--shard 1/"* ]] && mkdir "{work}/hangs" 2> /dev/null; then
  echo "$SLURMD_NODENAME $$" > "{work}/hangs/where.new" && mv "{work}/hangs/where.new" "{work}/hangs/where"
  sleep 300
fi
exec "{program}" "$@"
"""


def parent_of(pid):
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


def lose_node(daemons, hangs):
    """The node goes away with all that runs on it, and says nothing."""
    for _ in range(300):
        if (hangs / "where").exists():
            break
        time.sleep(0.2)
    else:
        raise AssertionError("part 1 was never begun")
    node, pid = (hangs / "where").read_text().split()
    daemons[node].kill()
    step = parent_of(int(pid))  # the step's own daemon, which would tell of the end of the job
    os.kill(step, signal.SIGKILL)
    os.killpg(os.getpgid(int(pid)), signal.SIGKILL)
    return node


def slurm(recipes, work, archive, base):
    """One machine as two nodes, with a key and ports of their own. One of them is lost while it reads: its part goes back into the
    queue, and the other node reads it."""
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
AuthInfo=socket={work}/munge/socket,cred_expire=5
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
SlurmdTimeout=6
NodeName=n1 NodeHostname={host} NodeAddr=127.0.0.1 Port={free_port()} CPUs=1
NodeName=n2 NodeHostname={host} NodeAddr=127.0.0.1 Port={free_port()} CPUs=1
PartitionName=todo Nodes=ALL Default=YES State=UP
""")
    os.environ["SLURM_CONF"] = str(work / "slurm.conf")
    hanging = work / "cotejo"
    hanging.write_text(HANGING.format(work=work, program=os.environ["COTEJO"]))
    hanging.chmod(0o755)
    os.environ["COTEJO"] = str(hanging)
    started, daemons = [], {}
    try:
        started.append(subprocess.Popen(["munged", "-F", "--key-file", work / "key", "--socket", work / "munge/socket", "--pid-file", work / "munge/pid",
                                         "--seed-file", work / "munge/seed", "--log-file", work / "munge/log", "--force"], stderr=subprocess.DEVNULL))
        for _ in range(100):
            if (work / "munge/socket").exists():
                break
            time.sleep(0.1)
        started.append(subprocess.Popen(["slurmctld", "-D", "-c"], stderr=subprocess.DEVNULL))
        for node in ("n1", "n2"):
            daemons[node] = subprocess.Popen(["slurmd", "-D", "-N", node], stderr=subprocess.DEVNULL)
            started.append(daemons[node])
        for _ in range(100):
            if "idle" in subprocess.run(["sinfo", "-h", "-o", "%T"], capture_output=True, text=True).stdout:
                break
            time.sleep(0.2)
        else:
            raise Missing("slurm is installed, but none of its nodes comes up here")
        subprocess.run([recipes / "slurm.sh", archive, work / "trabajo", base, "3"], check=True)
        lost = lose_node(daemons, work / "hangs")
        for _ in range(600):
            left = subprocess.run(["squeue", "-h", "-o", "%T %r"], capture_output=True, text=True)
            if left.returncode == 0 and not left.stdout.strip():
                break
            time.sleep(0.2)
        else:
            raise AssertionError(f"jobs were left: {left.stdout}{left.stderr}")
        told = (work / "ctld.log").read_text()
        assert lost in subprocess.run(["sinfo", "-h", "-N", "-t", "down", "-o", "%N"], capture_output=True, text=True).stdout, "the node was not lost"
        assert "requeue" in told.lower(), "no job was put back into the queue"
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
        work, archive = Path(folder), Path(folder) / "archivo central"
        archive.mkdir()  # with a space in its name, as folders of offices have
        for report in REPORTS:
            shutil.copy(root / "samples" / report, archive)

        def digest(base):
            return subprocess.run([program, "digest", "--db", base], capture_output=True, text=True, check=True).stdout

        try:
            {"parallel": parallel, "sshlogin": sshlogin, "slurm": slurm, "kubernetes": kubernetes}[name](root / "docs/recetas", work, archive, work / "receta.db")
        except Missing as reason:
            print(f"skipped: {reason}")
            return SKIPPED
        assert len(list(work.rglob("*.cotejo"))) == len(REPORTS)
        subprocess.run([program, "ingest", archive, "--db", work / "una.db"], stdout=subprocess.DEVNULL)
        assert digest(work / "receta.db") == digest(work / "una.db"), "the digests differ"
    print(f"{name}: the base is the one that reading in one run gives")
    return 0


if __name__ == "__main__":
    sys.exit(main())

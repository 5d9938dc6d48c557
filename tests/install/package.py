#!/usr/bin/env python3
"""Makes the Debian package and holds it to what it promises: what is in it, what it asks for, and that it leaves nothing when it is
removed. With --lintian it may have no error of lintian's, which takes half a minute. With --clean-root it is installed by apt in a new
Debian root that debootstrap makes (of MIRROR), reads a sample there and is removed again; that takes minutes and root.

usage: package.py PROJECT BUILD_FOLDER [--lintian] [--clean-root [MIRROR]]
"""
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

WANTED = ["usr/bin/cotejo", "usr/share/man/man1/cotejo.1.gz", "usr/share/man/man1/cotejo-ingest.1.gz", "usr/share/man/es/man1/cotejo-merge.1.gz",
          "usr/share/bash-completion/completions/cotejo", "usr/share/zsh/vendor-completions/_cotejo", "usr/share/fish/vendor_completions.d/cotejo.fish",
          "usr/share/cotejo/vocabulary.txt", "usr/share/doc/cotejo/copyright", "usr/share/doc/cotejo/changelog.Debian.gz",
          "usr/share/doc/cotejo/recetas/slurm.sh", "usr/share/doc/cotejo/recetas/parallel.sh", "usr/share/doc/cotejo/recetas/kubernetes.yaml",
          "usr/share/doc/cotejo/guia.md", "usr/share/applications/org.cotejo.cotejo.desktop",
          "usr/share/metainfo/org.cotejo.cotejo.metainfo.xml", "usr/share/icons/hicolor/scalable/apps/org.cotejo.cotejo.svg"]
NEEDED = ["libpoppler", "libtesseract", "libsqlite3-0", "libicu", "libseccomp2", "tesseract-ocr-spa"]


def output(*words, **more):
    return subprocess.run([str(w) for w in words], stdout=subprocess.PIPE, text=True, check=True, **more).stdout


def files_in(folder):
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if not p.is_dir() and "var/lib/dpkg" not in p.as_posix() and "var/log" not in p.as_posix()}


def on_the_desktop(root, faults):
    """The menu's entry opens the base that it is given, of whatever name, else that of COTEJO_DB, else the home folder's; the metadata
    name the entry and its icon; and the validators of the desktop, where they are installed, find no fault."""
    entry, metadata = root / "usr/share/applications/org.cotejo.cotejo.desktop", root / "usr/share/metainfo/org.cotejo.cotejo.metainfo.xml"
    if not entry.exists() or not metadata.exists():
        return
    said = dict(line.split("=", 1) for line in entry.read_text().splitlines() if "=" in line and not line.startswith("#"))
    told = ElementTree.parse(metadata).getroot()
    if told.findtext("launchable") != entry.name or told.findtext("icon") != said["Icon"] or not (root / f"usr/share/icons/hicolor/scalable/apps/{said['Icon']}.svg").exists():
        faults.append("the metadata, the menu's entry and the icon do not name each other")
    # As the Desktop Entry Specification has it: a backslash is undone once as a string, once inside quotes, there also before a $.
    words = [word.replace("\\$", "$") for word in shlex.split(said["Exec"].replace("\\\\", "\\"))]
    with tempfile.TemporaryDirectory() as folder:
        stub = Path(folder) / "cotejo"
        stub.write_text('#!/bin/sh\nprintf "%s|" "$@"\n')
        stub.chmod(0o755)
        for file, base, wanted in (("mi archivo.db", "", "mi archivo.db"), ("", "/b/c d.db", "/b/c d.db"), ("", "", "/casa/cotejo.db")):
            environment = {"PATH": f"{folder}:/usr/bin:/bin", "HOME": "/casa", **({"COTEJO_DB": base} if base else {})}
            command = [word for word in words if word != "%f"] + ([file] if file else [])
            if (ran := output(*command, env=environment)) != f"review|--db|{wanted}|":
                faults.append(f"the menu's entry runs cotejo {ran} where {wanted} is meant")
    for validator in (["desktop-file-validate", entry], ["appstreamcli", "validate", "--no-net", metadata]):
        if shutil.which(validator[0]):
            ran = subprocess.run(validator, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            faults += [f"{validator[0]}: {ran.stdout}"] if ran.returncode != 0 else []


def installed_and_removed(package, root, faults):
    """By dpkg, in a root of its own; the libraries that it asks for are those of this machine."""
    for folder in ("info", "updates"):
        (root / "var/lib/dpkg" / folder).mkdir(parents=True)
    (root / "var/lib/dpkg/status").touch()
    dpkg = ["dpkg", "--root", root, "--force-depends", "--force-not-root", "--force-script-chrootless", "--log", root / "var/lib/dpkg/log"]
    output(*dpkg, "-i", package)
    there = files_in(root)
    faults += [f"the package lacks {name}" for name in WANTED if name not in there]
    version = output(root / "usr/bin/cotejo", "--version")
    if not version.startswith("cotejo "):
        faults.append(f"installed, it says {version}")
    on_the_desktop(root, faults)
    output(*dpkg, "--purge", "cotejo")
    faults += [f"removed, it leaves {name}" for name in sorted(files_in(root))]


def in_clean_root(project, package, mirror, root):
    subprocess.run(["debootstrap", "--variant=minbase", "bookworm", root, *mirror], check=True, stdout=subprocess.DEVNULL)
    for place in ("etc/apt/sources.list", "etc/apt/sources.list.d", "etc/apt/apt.conf.d", "etc/resolv.conf", "etc/hosts"):
        here = Path("/") / place
        if here.is_dir():
            shutil.copytree(here, root / place, dirs_exist_ok=True)
        elif here.exists():
            shutil.copy(here, root / place)
    shutil.copy(package, root / "root")
    shutil.copy(project / "samples/informe-pqrs-2022.pdf", root / "root")
    script = f"""set -e
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8; cd /root
apt-get update -qq
apt-get install -y -qq --no-install-recommends ./{package.name} >/dev/null 2>&1
find / -xdev -name '*cotejo*' | sort > before
cotejo ingest informe-pqrs-2022.pdf --db a.db || [ $? -eq 1 ]
cotejo explain 1 --db a.db
cotejo show --finding 1 --db a.db -o h.png
rm -f a.db* h.png
apt-get purge -y -qq cotejo >/dev/null 2>&1
echo "left:" $(find / -xdev -path /proc -prune -o -name '*cotejo*' -print | grep -v '^/root/\\|^/var/lib/apt\\|^/var/cache')"""
    # Programs find themselves by /proc, as they do wherever Debian runs; it goes with the view of file systems that has it.
    print(output("unshare", "--mount", "bash", "-c", 'mount -t proc proc "$1/proc" && exec chroot "$1" bash -c "$2"', "bash", root, script))


def main():
    project, build = Path(sys.argv[1]), Path(sys.argv[2])
    faults = []
    for old in build.glob("cotejo_*.deb"):
        old.unlink()
    output("cpack", "-G", "DEB", cwd=build)
    (package,) = build.glob("cotejo_*.deb")
    depends = output("dpkg-deb", "-f", package, "Depends")
    faults += [f"the package does not ask for {name}: {depends}" for name in NEEDED if name not in depends]
    if "--lintian" in sys.argv:
        told = subprocess.run(["lintian", "--allow-root", "--no-tag-display-limit", str(package)], capture_output=True, text=True).stdout
        faults += [line for line in told.splitlines() if line.startswith("E:")]
    with tempfile.TemporaryDirectory() as folder:
        installed_and_removed(package, Path(folder), faults)
        if "--clean-root" in sys.argv:
            in_clean_root(project, package, sys.argv[sys.argv.index("--clean-root") + 1:], Path(folder) / "root")
    print("\n".join(faults) or f"{package.name} holds what it should and leaves nothing: {depends.strip()}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

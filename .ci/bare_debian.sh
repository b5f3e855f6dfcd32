#!/usr/bin/env bash
# Prove both commands of the README in a bare Debian root: .ci/bare_debian.sh FOLDER (as root).
# Mirror, certificates and client settings are those of the machine it runs on.
set -euo pipefail
root=$1
here=$(cd "$(dirname "$0")/.." && pwd)
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep debian/ | grep -v security | head -1)
release=${2:-bookworm}
[ -d "$root/bin" ] || debootstrap --variant=minbase --include=python3,python3-venv,ca-certificates \
  "$release" "$root" "$mirror" >/dev/null
for file in /etc/resolv.conf /etc/hosts /etc/pip.conf /etc/apt/sources.list /etc/ssl/certs/ca-certificates.crt; do
  if [ -e "$file" ]; then mkdir -p "$root$(dirname "$file")"; cp -L "$file" "$root$file"; fi
done
for folder in /etc/apt/apt.conf.d /etc/apt/sources.list.d /etc/apt/keyrings; do
  if [ -d "$folder" ]; then mkdir -p "$root$folder"; cp -rL "$folder/." "$root$folder/"; fi
done
rm -rf "$root/opt/war-room"
git clone -q "$here" "$root/opt/war-room"
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
trap 'umount "$root/proc"' EXIT
inside() { chroot "$root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
  $(env | grep -E '^(PIP_|https?_proxy|HTTPS?_PROXY|SSL_CERT)' || true) "$@"; }
time inside sh -c 'cd /opt/war-room && python3 run.py'
time inside sh -c 'cd /opt/war-room && python3 run.py test'

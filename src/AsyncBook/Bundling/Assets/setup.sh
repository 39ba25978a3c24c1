#!/bin/sh
# Sets AsyncBook up from this folder, without a network.   sh setup.sh [FOLDER]
set -eu
here=$(CDPATH='' cd "$(dirname "$0")" && pwd)
target=${1:-"$HOME/AsyncBook"}

say() {
    case "${ASYNCBOOK_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}}" in
        zh*) printf '%s\n' "$2" ;;
        *) printf '%s\n' "$1" ;;
    esac
}

if ! command -v dotnet >/dev/null; then
    say "install the .NET SDK, 10 or later, first: https://dotnet.microsoft.com/download" "请先装 .NET SDK，10 或更高：https://dotnet.microsoft.com/download"
    exit 1
fi
if [ -e "$target" ]; then
    say "$target is there already; name another folder: sh setup.sh FOLDER" "$target 已经有了；请写另一个文件夹：sh setup.sh 文件夹"
    exit 1
fi
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

say "copying to $target …" "正在复制到 $target……"
mkdir -p "$target"
cp -R "$here/repository/." "$target"
cd "$target"
if command -v git >/dev/null; then
    git init -q .
    git add -A
    git -c user.name=AsyncBook -c user.email=asyncbook@localhost commit -qm "AsyncBook, as it was bundled"
    echo nuget.config >>.git/info/exclude
fi
mkdir -p artifacts
cp -R "$here/packages" artifacts/packages-offline
cp -R "$here/pins" artifacts/pins
cp -R "$here/book" artifacts/book
cat >nuget.config <<'CONFIG'
<configuration>
  <packageSources>
    <clear />
    <add key="asyncbook-offline" value="artifacts/packages-offline" />
  </packageSources>
</configuration>
CONFIG

say "restoring and building (some minutes, once) …" "正在还原和编译（只有这一次，要几分钟）……"
dotnet tool restore
dotnet restore artifacts/pins/pins.slnx --nologo -v:quiet
dotnet build src/AsyncBook --nologo -v:quiet

say "ready. Now: cd $target" "好了。接着：cd $target"
cat <<'NEXT'
    dotnet run --project src/AsyncBook
    dotnet run --project src/AsyncBook -- run notebooks/1.1-event-loop.ipynb --verbose
NEXT
say "for VS Code and Jupyter, the kernel (macOS: ~/Library/Jupyter/kernels):" "VS Code 和 Jupyter 还要装内核（macOS 是 ~/Library/Jupyter/kernels）："
cat <<'NEXT'
    mkdir -p ~/.local/share/jupyter/kernels
    dotnet tool run dotnet-interactive -- jupyter install --path ~/.local/share/jupyter/kernels
NEXT

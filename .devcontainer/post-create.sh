#!/usr/bin/env bash
# Once, in a new container: what stands in the learner's home.
set -euo pipefail
cd "$(dirname "$0")/.."

kernels=~/.local/share/jupyter/kernels
mkdir -p "$kernels"
dotnet tool restore
dotnet tool run dotnet-interactive -- jupyter install --path "$kernels"

# For whoever adds Polyglot Notebooks: it looks for its manifest in .config. Since 10.0.102 the SDK writes it beside,
# and from its second start on the extension has no kernel. A manifest that is there already it takes as it is.
for server in ~/.vscode-server ~/.vscode-server-insiders ~/.vscode-remote; do
    storage=$server/data/User/globalStorage/ms-dotnettools.dotnet-interactive-vscode
    mkdir -p "$storage/.config"
    if [ -e "$storage/.config/dotnet-tools.json" ]; then
        continue
    elif [ -e "$storage/dotnet-tools.json" ]; then
        mv "$storage/dotnet-tools.json" "$storage/.config/"
    else
        printf '{ "version": 1, "isRoot": true, "tools": {} }\n' > "$storage/.config/dotnet-tools.json"
    fi
done

dotnet build
dotnet run --no-build --project src/AsyncBook -- doctor

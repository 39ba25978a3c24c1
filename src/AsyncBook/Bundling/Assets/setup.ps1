# Sets AsyncBook up from this folder, without a network.   powershell -File setup.ps1 [FOLDER]
param([string]$Target = (Join-Path $HOME 'AsyncBook'))
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
$here = $PSScriptRoot

function Require([scriptblock]$command) {
    & $command
    if ($LASTEXITCODE -ne 0) { throw "failed: $command" }
}

if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) { throw 'install the .NET SDK, 10 or later, first / 请先装 .NET SDK: https://dotnet.microsoft.com/download' }
if (Test-Path $Target) { throw "$Target is there already; name another folder / 已经有了，请写另一个文件夹: setup.ps1 FOLDER" }
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'

Write-Host "copying / 正在复制: $Target"
New-Item -ItemType Directory -Force $Target | Out-Null
Copy-Item -Recurse -Force "$here\repository\*" $Target
Set-Location $Target
if (Get-Command git -ErrorAction SilentlyContinue) {
    Require { git init -q . }
    Require { git add -A }
    Require { git -c user.name=AsyncBook -c user.email=asyncbook@localhost commit -qm 'AsyncBook, as it was bundled' }
    Add-Content .git\info\exclude 'nuget.config'
}
New-Item -ItemType Directory -Force artifacts | Out-Null
Copy-Item -Recurse "$here\packages" artifacts\packages-offline
Copy-Item -Recurse "$here\pins" artifacts\pins
Copy-Item -Recurse "$here\book" artifacts\book
Set-Content nuget.config '<configuration><packageSources><clear /><add key="asyncbook-offline" value="artifacts/packages-offline" /></packageSources></configuration>'

Write-Host 'restoring and building (some minutes, once) / 正在还原和编译（只有这一次，要几分钟）'
Require { dotnet tool restore }
Require { dotnet restore artifacts/pins/pins.slnx --nologo -v:quiet }
Require { dotnet build src/AsyncBook --nologo -v:quiet }

Write-Host "ready / 好了: cd $Target"
Write-Host '    dotnet run --project src/AsyncBook'
Write-Host '    dotnet run --project src/AsyncBook -- run notebooks/1.1-event-loop.ipynb --verbose'
Write-Host 'VS Code, Jupyter:'
Write-Host '    mkdir -Force $env:APPDATA\jupyter\kernels'
Write-Host '    dotnet tool run dotnet-interactive -- jupyter install --path $env:APPDATA\jupyter\kernels'

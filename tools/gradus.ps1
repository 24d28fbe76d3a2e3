# Runs the `gradus` command, and builds it first where it is missing or older than its sources.
# GRADUS_JAVA_OPTS replaces the options of the JVM. The twin of the script `gradus`.
$root = Split-Path $PSScriptRoot
$built = Join-Path $root 'target\gradus'
$modules = Join-Path $built 'modules'
$stamp = Join-Path $built 'stamp'
$log = Join-Path $root 'target\gradus-build.log'

$jdk = & (Join-Path $PSScriptRoot 'find-jdk.ps1')
if (-not $jdk) { exit 2 }
$env:JAVA_HOME = $jdk

# Folders count too: a deleted file makes its folder newer.
function Test-Stale {
    if (-not (Test-Path -LiteralPath $stamp)) { return $true }
    $dated = (Get-Item -LiteralPath $stamp).LastWriteTimeUtc
    $sources = @(Get-Item -Path (Join-Path $root 'pom.xml'), (Join-Path $root '*\pom.xml'))
    $sources += Get-ChildItem -Path (Join-Path $root '*\src\main') -Recurse
    return [bool]($sources | Where-Object { $_.LastWriteTimeUtc -gt $dated } | Select-Object -First 1)
}

function Invoke-Build {
    [Console]::Error.WriteLine('Building Gradus (the first time this takes a minute or two).')
    $started = [DateTime]::UtcNow
    $made = Join-Path $root 'cli\target'
    Remove-Item -LiteralPath (Join-Path $made 'modules') -Recurse -Force -ErrorAction SilentlyContinue
    Push-Location $root
    try {
        & (Join-Path $root 'mvnw.cmd') -B -Dquick '-Dstyle.color=never' -pl cli -am package 2>&1 |
            Tee-Object -FilePath $log |
            ForEach-Object {
                if ("$_" -match '^\[INFO\] Building (?:Gradus )?(.+) \S+ +(\[\d+/\d+\])$') {
                    [Console]::Error.WriteLine("  $($Matches[2]) $($Matches[1])")
                }
            }
        $failed = $LASTEXITCODE -ne 0
    } finally {
        Pop-Location
    }
    if ($failed) {
        Get-Content -LiteralPath $log | Where-Object { $_ -notmatch '^\[INFO\]' } |
            Select-Object -Last 20 | ForEach-Object { [Console]::Error.WriteLine($_) }
        [Console]::Error.WriteLine("The build failed. Everything it said is in $log")
        exit 1
    }
    Remove-Item -LiteralPath $stamp -ErrorAction SilentlyContinue
    Remove-Item -LiteralPath $modules -Recurse -Force -ErrorAction SilentlyContinue
    New-Item -ItemType Directory -Path $modules | Out-Null
    Copy-Item -Path (Join-Path $made 'modules\*.jar'), (Join-Path $made 'gradus-cli-*.jar') -Destination $modules
    New-Item -ItemType File -Path $stamp | Out-Null
    # Dated before the build: what changed while it ran makes the result stale.
    (Get-Item -LiteralPath $stamp).LastWriteTimeUtc = $started
}

New-Item -ItemType Directory -Path $built -Force | Out-Null
if (Test-Stale) {
    # One build at a time: the file is held open, so a program that dies lets go of it.
    $lock = $null
    while (-not $lock) {
        try {
            $lock = [IO.File]::Open((Join-Path $built 'lock'), 'OpenOrCreate', 'ReadWrite', 'None')
        } catch [IO.IOException] {
            Start-Sleep -Seconds 1
        }
    }
    try {
        # Whoever held the lock may have built just this.
        if (Test-Stale) { Invoke-Build }
    } finally {
        $lock.Dispose()
    }
}

if ($args.Count -gt 0 -and $args[0] -eq 'bench') {
    [Console]::Error.WriteLine('The benchmark needs a POSIX shell: run ./gradus bench in Git Bash, WSL, Linux or macOS.')
    exit 2
}

$options = '-XX:+UseSerialGC'
if (Test-Path Env:GRADUS_JAVA_OPTS) { $options = $env:GRADUS_JAVA_OPTS }
$options = @($options -split ' ' | Where-Object { $_ })
& (Join-Path $jdk 'bin\java.exe') @options --module-path $modules --module dev.gradus.cli/dev.gradus.cli.Main @args
exit $LASTEXITCODE

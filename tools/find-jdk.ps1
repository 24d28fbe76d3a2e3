# Writes the home of a JDK 25 or newer: JAVA_HOME where it is one, else the JDK whose java comes
# first on the PATH, else the newest in the usual places. With none, says in one sentence what was
# found, what is needed and how to install it, and exits 2. The twin of tools/find-jdk.
$needed = 25
$script:seen = $null
$script:seenVersion = 0

# The feature version that home\release states; 0 where there is none.
function Get-Feature($folder) {
    $release = Join-Path $folder 'release'
    if (-not (Test-Path -LiteralPath $release)) { return 0 }
    foreach ($line in Get-Content -LiteralPath $release) {
        if ($line -match '^JAVA_VERSION="(?:1\.)?(\d+)') {
            $version = [int]$Matches[1]
            if ($version -gt $script:seenVersion) {
                $script:seen = $folder
                $script:seenVersion = $version
            }
            return $version
        }
    }
    return 0
}

# A runtime without a compiler is no JDK.
function Test-Jdk($folder) {
    return ((Get-Feature $folder) -ge $needed) -and
        (Test-Path -LiteralPath (Join-Path $folder 'bin\javac.exe'))
}

if ($env:JAVA_HOME -and (Test-Jdk $env:JAVA_HOME)) {
    Write-Output $env:JAVA_HOME
    exit 0
}

$java = Get-Command java.exe -ErrorAction SilentlyContinue | Select-Object -First 1
if ($java) {
    $folder = Split-Path (Split-Path $java.Source)
    if ($folder -and (Test-Jdk $folder)) {
        Write-Output $folder
        exit 0
    }
}

$places = @(
    "$env:USERPROFILE\.jdks\*"
    "$env:USERPROFILE\.gradle\jdks\*"
    "$env:USERPROFILE\.sdkman\candidates\java\*"
    "$env:USERPROFILE\scoop\apps\*jdk*\current"
    "$env:LOCALAPPDATA\Programs\Eclipse Adoptium\*"
    "$env:LOCALAPPDATA\mise\installs\java\*"
)
foreach ($programs in @($env:ProgramFiles, ${env:ProgramFiles(x86)})) {
    if ($programs) {
        foreach ($vendor in @('Java', 'Eclipse Adoptium', 'Microsoft', 'Zulu', 'Amazon Corretto',
                'BellSoft', 'OpenJDK', 'SapMachine', 'RedHat', 'Semeru')) {
            $places += "$programs\$vendor\*"
        }
    }
}

$chosen = $null
$chosenVersion = 0
foreach ($folder in (Get-Item -Path $places -ErrorAction SilentlyContinue)) {
    if (Test-Jdk $folder.FullName) {
        $version = Get-Feature $folder.FullName
        if ($version -gt $chosenVersion) {
            $chosen = $folder.FullName
            $chosenVersion = $version
        }
    }
}
if ($chosen) {
    Write-Output $chosen
    exit 0
}

if (-not $script:seen) {
    $found = 'no Java was found'
} elseif ($script:seenVersion -ge $needed) {
    $found = "only the runtime of Java $($script:seenVersion), without a compiler, was found at $($script:seen)"
} else {
    $found = "only Java $($script:seenVersion) was found, at $($script:seen)"
}
[Console]::Error.WriteLine("Gradus needs a JDK $needed or newer and $found; " +
    'install one with: winget install EclipseAdoptium.Temurin.25.JDK')
exit 2

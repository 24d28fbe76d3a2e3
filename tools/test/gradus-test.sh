#!/bin/sh
# Tests of ./gradus and of how it builds, in a folder of its own, with a Maven and a JDK that only
# write down how they were called.
set -u

here=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
box=$(mktemp -d) || exit 1
trap 'rm -rf "$box"' EXIT
# The name has a space, as a learner's folder may.
root="$box/my project"
failed=0
count=0

fresh() {
    rm -rf "$root"
    mkdir -p "$root/tools" "$root/nn/src/main/java" "$root/cli" "$box/jdk/bin"
    cp "$here/gradus" "$root/"
    cp "$here"/tools/* "$root/tools/" 2>/dev/null
    echo '<project/>' >"$root/pom.xml"
    echo 'class A {}' >"$root/nn/src/main/java/A.java"
    cat >"$root/mvnw" <<'MAVEN'
#!/bin/sh
echo "$*" >>maven-calls
echo "[INFO] Scanning for projects..."
echo "[INFO] Building Gradus Networks 0.1.0-SNAPSHOT                       [2/3]"
[ ! -f break ] || { echo "[ERROR] A.java:1: it is broken"; exit 1; }
sleep "$(cat slow 2>/dev/null || echo 0)"
mkdir -p cli/target/modules
echo jar >cli/target/modules/nn.jar
echo jar >cli/target/gradus-cli-1.jar
MAVEN
    chmod +x "$root/mvnw"
    printf 'JAVA_VERSION="25.0.3"\n' >"$box/jdk/release"
    cat >"$box/jdk/bin/java" <<'JAVA'
#!/bin/sh
for argument; do printf '[%s]' "$argument"; done
printf ' in %s\n' "$(pwd)"
exit 7
JAVA
    cp "$box/jdk/bin/java" "$box/jdk/bin/javac"
    chmod +x "$box/jdk/bin/java" "$box/jdk/bin/javac"
}

# run PROGRAM ARGUMENT... sets `out`, `err` and `status`.
run() {
    out=$(export JAVA_HOME="$box/jdk" && "$@" 2>"$box/err")
    status=$?
    err=$(cat "$box/err")
}

builds() {
    wc -l <"$root/maven-calls" | tr -d ' '
}

# is WHAT EXPECTED ACTUAL
is() {
    count=$((count + 1))
    if [ "$2" != "$3" ]; then
        failed=$((failed + 1))
        printf 'FAILED  %s\n  expected: %s\n  was:      %s\n' "$1" "$2" "$3"
    fi
}

# has WHAT WORDS TEXT
has() {
    case $3 in
    *"$2"*) is "$1" yes yes ;;
    *) is "$1" "...$2..." "$3" ;;
    esac
}

fresh
cd "$box" || exit 1
run "$root/gradus" predict 'a b' --help
is 'the program gets the words as they were, and stays where its user is' \
    "[-XX:+UseSerialGC][--module-path][$root/target/gradus/modules][--module][dev.gradus.cli/dev.gradus.cli.Main][predict][a b][--help] in $(pwd)" "$out"
is 'its exit status is passed on' 7 "$status"
has 'the first build says so' 'the first time' "$err"
has 'and what it is at' '[2/3] Networks' "$err"
is 'all jars are laid side by side' 'gradus-cli-1.jar nn.jar' \
    "$(cd "$root/target/gradus/modules" && echo *)"
is 'nothing else is left' 'modules stamp' "$(cd "$root/target/gradus" && echo *)"

run "$root/gradus"
is 'what is built is not built again' 1 "$(builds)"
is 'and nothing is said about it' '' "$err"

ln -s "my project/gradus" "$box/link"
ln -s "$box/link" "$box/second"
run "$box/second" doctor
is 'it works through links' 7 "$status"

run env GRADUS_JAVA_OPTS='-Xmx1g -ea' "$root/gradus"
has 'the options of the JVM can be replaced' '[-Xmx1g][-ea][--module-path]' "$out"

# The dates of files may be no finer than a second.
touch -t 202001010000 "$root/target/gradus/stamp"
run "$root/gradus"
is 'newer sources are built' 2 "$(builds)"
has 'with a word on why' 'its sources have changed' "$err"

fresh
touch -t 203001010000 "$root/nn/src/main/java"
run "$root/gradus"
run "$root/gradus"
is 'a folder that a file left counts as changed' 2 "$(builds)"

fresh
: >"$root/break"
run "$root/gradus" doctor
is 'a build that fails ends with 1' 1 "$status"
has 'shows the error' 'it is broken' "$err"
has 'and names the log' "$root/target/gradus-build.log" "$err"
is 'and leaves no lock' '' "$(cd "$root/target/gradus" && ls)"
rm "$root/break"
run "$root/gradus"
is 'the next one builds' 7 "$status"

fresh
echo 2 >"$root/slow"
JAVA_HOME="$box/jdk" "$root/gradus" one >"$box/one" 2>/dev/null &
JAVA_HOME="$box/jdk" "$root/gradus" two >"$box/two" 2>/dev/null &
run "$root/gradus" three
wait
is 'of three at once only one builds' 1 "$(builds)"
has 'the first runs' '[one]' "$(cat "$box/one")"
has 'the second runs' '[two]' "$(cat "$box/two")"
has 'the third runs' '[three]' "$out"

fresh
mkdir -p "$root/target/gradus/lock"
sh -c 'echo $$' >"$root/target/gradus/lock/owner"
run "$root/gradus"
is 'the lock of a process that is gone is taken over' 7 "$status"

mkdir -p "$box/nothing"
for tool in dirname readlink; do
    ln -s "$(command -v "$tool")" "$box/nothing/$tool"
done
run env -i PATH="$box/nothing" HOME="$box/nothing" FIND_JDK_ROOT="$box/nothing" /bin/sh "$root/gradus"
is 'without a JDK it ends with 2' 2 "$status"
has 'and says what is needed' 'needs a JDK 25' "$err"

printf 'gradus: %s passed, %s failed\n' "$((count - failed))" "$failed"
[ "$failed" -eq 0 ]

#!/bin/sh
# Tests of `./gradus bench` up to the program that compares, in a folder of its own, with a Maven and a JDK
# that only write down how they were called.
set -u

here=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
box=$(mktemp -d) || exit 1
trap 'rm -rf "$box"' EXIT
# The name has a space, as a learner's folder may.
root="$box/my project"
bench="$root/target/bench"
failed=0
count=0

fresh() {
    rm -rf "$root"
    mkdir -p "$root/tools" "$root/benchmarks/libtorch" "$root/benchmarks/tensorflow" "$bench"
    cp "$here/tools/bench" "$here/tools/stale" "$root/tools/"
    for pom in "$root" "$root/benchmarks/libtorch" "$root/benchmarks/tensorflow"; do
        echo '<project/>' >"$pom/pom.xml"
    done
    cat >"$root/mvnw" <<'MAVEN'
#!/bin/sh
echo "$*" >>maven-calls
echo "[INFO] Building Gradus Benchmarks 0.1.0-SNAPSHOT                       [2/3]"
[ ! -f break ] || { echo "[ERROR] A.java:1: it is broken"; exit 1; }
mkdir -p benchmarks/target/modules
echo jar >benchmarks/target/modules/tensor.jar
echo jar >benchmarks/target/gradus-benchmarks-1.jar
case $* in
*benchmarks/libtorch*)
    mkdir -p benchmarks/libtorch/target
    echo jar >benchmarks/libtorch/target/gradus-benchmarks-libtorch-1.jar
    printf '%s' "/home/me/native.jar:$(pwd)/benchmarks/target/gradus-benchmarks-1.jar" >benchmarks/libtorch/target/classpath
    ;;
esac
# The other peer cannot be built.
case $* in *benchmarks/tensorflow*) exit 1 ;; esac
MAVEN
    chmod +x "$root/mvnw"
    mkdir -p "$box/jdk/bin"
    printf '#!/bin/sh\nfor argument; do printf "[%%s]" "$argument"; done\nexit 7\n' >"$box/jdk/bin/java"
    chmod +x "$box/jdk/bin/java"
}

# run ARGUMENT... sets `out`, `err` and `status`.
run() {
    out=$(export JAVA_HOME="$box/jdk" && "$root/tools/bench" "$root" "$@" 2>"$box/err")
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
run --workloads 'W1,W3' --peers libtorch
has 'the program gets the words as they were' '[dev.gradus.benchmarks.compare.Bench][--workloads][W1,W3][--peers][libtorch]' "$out"
has 'and where it is' "[-Dgradus.root=$root]" "$out"
is 'its exit status is passed on' 7 "$status"
has 'the build says what it is at' '[2/3] Benchmarks' "$err"
has 'it builds the peer that is asked for' '-Pquick,libtorch -pl benchmarks,benchmarks/libtorch ' "$(cat "$root/maven-calls")"
is 'a peer runs with copies that no later build changes' \
    "$bench/gradus-benchmarks-libtorch-1.jar:/home/me/native.jar:$bench/modules/gradus-benchmarks-1.jar" \
    "$(cat "$bench/libtorch.classpath")"
is 'the module path has all jars' 'gradus-benchmarks-1.jar tensor.jar' "$(cd "$bench/modules" && echo *)"

run --peers=libtorch
is 'what is built is not built again' 1 "$(builds)"
is 'and nothing is said about it' '' "$err"

run --help
is 'help needs no peer' 1 "$(builds)"

touch -t 203001010000 "$root/benchmarks/libtorch/pom.xml"
run --peers libtorch
is 'newer sources of a peer are built' 2 "$(builds)"

fresh
run
is 'a peer that cannot be built keeps nobody else from running' 7 "$status"
is 'and is not there' 'libtorch.classpath' "$(cd "$bench" && ls | grep classpath)"

fresh
: >"$root/break"
run --peers libtorch
is 'a build that fails ends with 1' 1 "$status"
has 'shows the error' 'it is broken' "$err"
has 'and names the log' "$bench/build.log" "$err"
rm "$root/break"
run --peers libtorch
is 'the next one builds' 7 "$status"

printf 'bench: %d passed, %d failed\n' $((count - failed)) "$failed"
[ "$failed" = 0 ]

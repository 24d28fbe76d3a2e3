#!/bin/sh
# Tests of tools/find-jdk, with homes made up in a folder of its own.
set -u

here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
box=$(mktemp -d) || exit 1
trap 'rm -rf "$box"' EXIT
failed=0
count=0

# jdk HOME VERSION makes a home that looks like a JDK; jre HOME VERSION one without a compiler.
jre() {
    mkdir -p "$1/bin"
    printf 'IMPLEMENTOR="Nobody"\nJAVA_VERSION="%s"\nOS_NAME="Linux"\n' "$2" >"$1/release"
    printf '#!/bin/sh\n' >"$1/bin/java"
    chmod +x "$1/bin/java"
}
jdk() {
    jre "$1" "$2"
    cp "$1/bin/java" "$1/bin/javac"
}

# An empty machine: only what find-jdk itself calls is on its PATH.
fresh() {
    rm -rf "$box/m"
    mkdir -p "$box/m/home/learner" "$box/m/path"
    for tool in dirname readlink; do
        ln -s "$(command -v "$tool")" "$box/m/path/$tool"
    done
}

# ask [NAME=VALUE...] runs it there, setting `out`, `err` and `status`.
ask() {
    out=$(env -i PATH="$box/m/path" HOME="$box/m/home/learner" FIND_JDK_ROOT="$box/m" "$@" \
        /bin/sh "$here/find-jdk" 2>"$box/err")
    status=$?
    err=$(cat "$box/err")
}

# is WHAT EXPECTED ACTUAL
is() {
    count=$((count + 1))
    if [ "$2" != "$3" ]; then
        failed=$((failed + 1))
        printf 'FAILED  %s\n  expected: %s\n  was:      %s\n' "$1" "$2" "$3"
    fi
}

# says WHAT WORDS
says() {
    count=$((count + 1))
    case $err in
    *"$2"*) ;;
    *)
        failed=$((failed + 1))
        printf 'FAILED  %s\n  expected: ...%s...\n  was:      %s\n' "$1" "$2" "$err"
        ;;
    esac
}

fresh
ask
is "an empty machine is refused with 2" 2 "$status"
is "and prints no home" "" "$out"
says "and says that nothing was found" "no Java was found"
says "and what is needed" "needs a JDK 25 or newer"
says "and what to do" "install one with: "
is "in one line" 1 "$(wc -l <"$box/err" | tr -d ' ')"

fresh
jdk "$box/m/usr/lib/jvm/old" 17.0.15
jdk "$box/m/opt/ancient" 1.8.0_402
ask
is "a JDK that is too old is refused with 2" 2 "$status"
says "and is named, the newest of them" "only Java 17 was found, at $box/m/usr/lib/jvm/old"

fresh
jre "$box/m/usr/lib/jvm/runtime" 25.0.3
ask
is "a runtime without a compiler is refused" 2 "$status"
says "and is called what it is" "only the runtime of Java 25, without a compiler, was found"

fresh
: >"$box/m/path/brew" && chmod +x "$box/m/path/brew"
ask
says "with Homebrew the remedy is its" "install one with: brew install openjdk"
mkdir "$box/m/home/learner/.sdkman"
ask
says "with SDKMAN the remedy is its" "install one with: sdk install java 25-tem"

fresh
jdk "$box/m/first" 25
jdk "$box/m/usr/lib/jvm/newer" 27
ask JAVA_HOME="$box/m/first"
is "JAVA_HOME is preferred where it suffices" "$box/m/first" "$out"
is "and is an answer" 0 "$status"
jdk "$box/m/old" 21.0.1
ask JAVA_HOME="$box/m/old"
is "and passed over where it does not" "$box/m/usr/lib/jvm/newer" "$out"
ask JAVA_HOME="$box/m/gone"
is "and where it leads nowhere" "$box/m/usr/lib/jvm/newer" "$out"

fresh
jdk "$box/m/usr/lib/jvm/newer" 27
jdk "$box/m/elsewhere/jdk" 25.0.3
mkdir "$box/m/etc"
ln -s ../elsewhere/jdk/bin/java "$box/m/etc/java"
ln -s "$box/m/etc/java" "$box/m/path/java"
ask
is "the java on the PATH comes next, through all its links" "$(cd "$box/m/elsewhere/jdk" && pwd -P)" "$out"

fresh
jdk "$box/m/usr/lib/jvm/java-25" 25.0.1
jdk "$box/m/home/learner/.jdks/temurin-26" 26-ea
jdk "$box/m/usr/lib/jvm/java-17" 17.0.15
ask
is "else the newest is taken, early access too" "$box/m/home/learner/.jdks/temurin-26" "$out"

for place in \
    home/learner/.sdkman/candidates/java/25-tem \
    home/learner/.jdks/openjdk-25 \
    home/learner/.gradle/jdks/temurin-25 \
    home/learner/.asdf/installs/java/temurin-25 \
    home/learner/.local/share/mise/installs/java/25 \
    home/learner/.jenv/versions/25 \
    usr/lib/jvm/temurin-25-jdk-amd64 \
    usr/lib64/jvm/java-25-openjdk \
    usr/java/jdk-25 \
    usr/local/openjdk-25 \
    opt/jdk-25 \
    opt/java/openjdk \
    opt/homebrew/opt/openjdk/libexec/openjdk.jdk/Contents/Home \
    home/linuxbrew/.linuxbrew/opt/openjdk@25/libexec \
    Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home \
    "home/learner/Library/Java/JavaVirtualMachines/with a space/Contents/Home"; do
    fresh
    jdk "$box/m/usr/lib/jvm/java-17" 17.0.15
    jdk "$box/m/$place" 25.0.3
    ask
    is "is found in $place" "$box/m/$place" "$out"
done

fresh
mkdir -p "$box/m/usr/libexec"
jdk "$box/m/told" 25
printf '#!/bin/sh\n[ "$2" = 25+ ] && echo "%s"\n' "$box/m/told" >"$box/m/usr/libexec/java_home"
chmod +x "$box/m/usr/libexec/java_home"
ask
is "macOS is asked last" "$box/m/told" "$out"

printf 'find-jdk: %s passed, %s failed\n' "$((count - failed))" "$failed"
[ "$failed" -eq 0 ]

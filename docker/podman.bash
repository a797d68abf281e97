# Sourced by smoke-test: an engine for machines without Docker. Uses its variables work, cache, log and name.

install_podman() {
  local tool missing=
  for tool in podman runc iptables mmdebstrap curl docker-compose; do command -v "$tool" >/dev/null || missing=1; done
  [ -n "$missing" ] || return 0
  command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || fail "no Docker engine answers, and podman cannot be installed here"
  say "installing podman"
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
      podman runc netavark aardvark-dns iptables mmdebstrap curl docker-compose; } >"$log" 2>&1 || fail "podman could not be installed"
}

# Settings of its own, beside whatever this machine has. runc, cgroupfs and a file for events work without systemd; the
# limits are those that this root already has, since raising them may be forbidden.
configure_podman() {
  local files processes
  files=$(ulimit -Hn); [ "$files" != unlimited ] || files=1048576
  processes=$(cat /proc/sys/kernel/pid_max)
  cat >"$work/storage.conf" <<CONF
[storage]
driver = "overlay"
graphroot = "$work/storage"
runroot = "$work/run"
CONF
  cat >"$work/containers.conf" <<CONF
[containers]
default_ulimits = ["nofile=$files:$files", "nproc=$processes:$processes"]
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
[network]
network_backend = "netavark"
CONF
  export CONTAINERS_STORAGE_CONF=$work/storage.conf CONTAINERS_CONF=$work/containers.conf
}

# Speaks Docker's protocol at DOCKER_HOST, for compose and for Testcontainers.
serve_podman() {
  export DOCKER_HOST=unix://$work/$name.sock
  podman system service --time 0 "$DOCKER_HOST" >"$log" 2>&1 &
  service=$!
  local try
  for try in $(seq 50); do [ ! -S "${DOCKER_HOST#unix://}" ] || return 0; sleep 0.1; done
  fail "podman does not serve"
}

# Sets base to an image like the usual one: Debian, bash, fonts and a Java runtime.
make_base() {
  local current jdk version tar modules
  current=$(readlink -f "${JAVA_HOME:+$JAVA_HOME/bin/}java" 2>/dev/null || true)
  [ -x "$current" ] || current=$(readlink -f "$(command -v java)")
  current=$(dirname "$(dirname "$current")")
  jdk=${JDK25:-$(find "$(dirname "$current")" -maxdepth 1 -type d -name '*25*' | sort | head -n 1)}
  jdk=${jdk:-$current}
  [ -x "$jdk/bin/jlink" ] || fail "no JDK in ${jdk}: set JDK25 to the home of one"
  version=$(sed -n 's/^JAVA_VERSION="\(.*\)"$/\1/p' "$jdk/release")
  # By a name of its own since it has the licenses: older ones lie in caches.
  base=localhost/java-base:$version-legal java_home=$jdk
  ! podman image exists "$base" || return 0

  tar=$cache/java-base-$version-legal.tar
  if [ ! -s "$tar" ]; then
    say "making a base image with Java $version"
    modules=java.se,jdk.charsets,jdk.httpserver,jdk.management,jdk.net,jdk.unsupported,jdk.zipfs
    rm -rf "$work/java"; mkdir -p "$work/java/opt"
    "$jdk/bin/jlink" --add-modules "$modules" --strip-java-debug-attributes --no-header-files --no-man-pages --generate-cds-archive \
      --output "$work/java/opt/java" >"$log" 2>&1 || fail "jlink made no runtime"
    mmdebstrap --variant=essential --include=ca-certificates,fontconfig,libstdc++6,tzdata \
      --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' \
      --dpkgopt='path-exclude=/usr/share/man/*' \
      --customize-hook="copy-in '$work/java/opt/java' /opt" \
      "$(. /etc/os-release && echo "$VERSION_CODENAME")" "$tar.part.tar" >"$log" 2>&1 || fail "mmdebstrap made no base"
    mv "$tar.part.tar" "$tar"
    rm -rf "$work/java"
  fi
  podman import --quiet --change 'ENV PATH=/opt/java/bin:/usr/local/bin:/usr/bin:/bin' --change 'ENV LANG=C.UTF-8' \
    "$tar" "$base" >"$log" 2>&1 || fail "the base image could not be imported"
}

# Sets JDK_IMAGE to that base with a Java compiler, which the applications of the compose files need.
make_jdk() {
  export JDK_IMAGE=${base/java-base/java-jdk}
  ! podman image exists "$JDK_IMAGE" || return 0
  say "making an image with a compiler"
  rm -rf "$work/jdk"; mkdir "$work/jdk"
  "$java_home/bin/jlink" --add-modules java.se,jdk.compiler,jdk.httpserver,jdk.zipfs --strip-java-debug-attributes \
    --no-header-files --no-man-pages --output "$work/jdk/java" >"$log" 2>&1 || fail "jlink made no JDK"
  printf 'FROM %s\nCOPY java /opt/java\n' "$base" >"$work/jdk/Dockerfile"
  podman build --pull=never --tag "$JDK_IMAGE" "$work/jdk" >"$log" 2>&1 || fail "the image with a compiler does not build"
  rm -rf "$work/jdk"
}

#!/bin/sh
# Make sure there is a Chromium for the browser tests; exit 1, saying so loudly, when there is none.
command -v chromium >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "安装 Chromium（浏览器测试要用）…"
  apt-get update -qq && apt-get install -qq -y --no-install-recommends chromium fonts-noto-cjk >/dev/null \
    && command -v chromium >/dev/null 2>&1 && exit 0
fi
echo "******************************************************************" >&2
echo "**  没有 Chromium：浏览器测试没有运行！                         **" >&2
echo "**  BROWSER TESTS DID NOT RUN. Install chromium and try again.  **" >&2
echo "******************************************************************" >&2
exit 1

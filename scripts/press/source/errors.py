"""What the system says of a file, in the staff's words."""

import errno

_WORDS = {
    errno.ENOENT: "文件不存在",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOTDIR: "路径里有一段不是文件夹",
    errno.EEXIST: "路径被同名文件占着",
    errno.ENOSPC: "磁盘已满，请腾出空间",
    errno.EDQUOT: "磁盘配额已满，请腾出空间",
    errno.EFBIG: "超过了文件大小的限制",
    errno.EROFS: "磁盘是只读的",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ELOOP: "符号链接绕成了圈",
    errno.EIO: "磁盘读写出错",
    errno.EADDRINUSE: "已被别的程序占用",
}


def words(error: OSError) -> str:
    """Say in Chinese why the system refused."""
    return _WORDS.get(error.errno or 0, f"系统错误 {error.errno}")


class ChangedError(Exception):
    """A file is no longer the one that was checked; it names the file."""

"""Fetches the Thai typefaces that packages offer into data/training/fonts: `python -m training.fetch_typefaces`.

Debian's packages where this user may install them, four wheels pinned by hash, npm packages pinned by their integrity. What cannot
be had is named and left out: training goes on with the rest, and the card says which families it saw.
"""

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from fontTools.ttLib import TTFont

TARGET = Path("data/training/fonts")
DEBIAN = ("fonts-thai-tlwg", "fonts-noto-core", "fonts-freefont-ttf")
WHEELS = Path("requirements/training-fonts.txt")
NPM = {
    "@expo-google-fonts/anuphan@0.4.1": "Iflz4uCPYkXVhc6O2jA37ceNtJrcobt/Ly2XJC+/h9qOFWP38154VXcHJirPcTkr58b9F5TrsASJsCSa3/zXiQ==",
    "@expo-google-fonts/athiti@0.1.0": "NaitKr6ByUT8qhJG1DRHs/KHlZdLdRNjvA6g44xVlQn0y9+lXQLlZphzIMt86xfO2hsLhXxl693m9LRCnxsUPA==",
    "@expo-google-fonts/bai-jamjuree@0.4.1": "fKDcWm8yPLnnNwIe1i2e4U4Ys+k1VYWiMzpaEdqGnlZQRU82O7ZfZKj0wjSpwM9SDMqVy4hWKfvgm24OZv/lgA==",
    "@expo-google-fonts/ibm-plex-sans-thai-looped@0.4.1": "5FaKN6XNVCm5tl82JjcRf8UMzAWSr7hsNFY9plvAYAciA5SQQTgnWDvfDUtK/IFJUK27L52bF4w+01nIY0KphQ==",  # noqa: E501
    "@expo-google-fonts/maitree@0.3.0": "xG8m74YyK0V02BpbmJdNztQXG89/JyBw7mbcCfyYf1v/RkLTTnRYzWgif7BSN3Oh2i2Js1FV/crqIMDPyOkn3g==",
    "@expo-google-fonts/mali@0.4.1": "sW0TI/+B1w1VkCYDEuzavjcmDXfJlO77tgJwwDWS5I546Dsvt+9I3L4H4WI4IYv1S2eba4bQTP2zy6UvsWTngA==",
    "@expo-google-fonts/mitr@0.4.1": "m/Bdaqqvg5zWhYYNRJk03/z4LQrXsD0hhH3E73EwfOSq1UlpNcu0R8N8ERegqrKO1JXcv4A/suD3Fkzm8LbSNA==",
    "@expo-google-fonts/niramit@0.2.3": "ivc0n5YvSuAbSh/RFYCBvjYQ8l9mM1paHZhIWBsLMpz3ZfGfoB8C7Q7Vu0sTHv89dj0Z5Wy6hjkj7O76umieSw==",
    "@expo-google-fonts/pridi@0.2.0": "nDlDGueGpULyrK8p6Ja0WF1UuMe1gIatmXj8qj4H43hL/bkU9UsEljGc+Mfw1bpq5/L+RGtYK+PcX1As3wtJLw==",
    "@expo-google-fonts/prompt@0.4.1": "gkKa+ej6eJM1FtkhhxzYjvsKnkgdkKJX0fVRXIN45LPuUN8q44nbCWeWdlOQuyzQFw7rn6gDiazABt4RleEuxw==",
    "@fontsource/itim@5.3.0": "y3m8RZeRCclnuQHgiRYIitCKc7iOthBo2SBYY8aDuyToKwGAvRMvBXHy6mdYceJbamRQrShEspXzkXTMDN20nQ==",
    "@fontsource/k2d@5.2.8": "xrYyEKxzxkkdPYIP5viaUHoF80JIOcfqpGxu8KDhNP+TXThIFPWZbLqXe/1zxPK4FgZVXyGI9GUTMsUMqmZvRQ==",
    "@fontsource/sriracha@5.3.0": "0JjwrC1/BXsSXMEcmmtyoQut1/gy/+wGBP1wiSPaPXvHr1yBmmU2Kl8drBSpRtvRD4Rm9Bb2/FdDK3x4yQ364g==",
    "@fontsource/taviraj@5.3.0": "vzROwkbS2R5Xg0nTABIqeyx/FtcQ35LGj4Q78JUXcHoErwsb3cNnZaDV6mPhlLJYJvpx08n1yk1B5PPEk/HNFw==",
}
_WEIGHTS = {"300": "Light", "400": "Regular", "500": "Medium", "600": "SemiBold", "700": "Bold"}


def main() -> None:
    """Fetch what is not there yet; exit 1 only when no typeface at all could be had."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, step in (("Debian's packages", _debian), ("wheels", _wheels), ("npm packages", _npm)):
        try:
            step()
        except (OSError, subprocess.SubprocessError, ValueError) as error:
            print(f"typefaces: {name} left out: {error}", file=sys.stderr)
    from training.typefaces import typefaces

    held = typefaces()
    print(f"typefaces: {len(held)} families, {sum(len(f.files) for f in held)} files")
    if not held:
        raise SystemExit(1)


def _debian() -> None:
    if all(subprocess.run(["dpkg", "-s", name], capture_output=True).returncode == 0 for name in DEBIAN):
        return
    if os.geteuid():
        raise ValueError(f"type  sudo apt-get install {' '.join(DEBIAN)}")
    subprocess.run(["apt-get", "update", "-qq"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["apt-get", "install", "-y", "-qq", *DEBIAN], check=True, stdout=subprocess.DEVNULL)


def _wheels() -> None:
    if any((TARGET / "wheels").glob("*/*.ttf")):
        return
    with tempfile.TemporaryDirectory() as folder:
        words = ("download", "-q", "--no-deps", "--require-hashes", "-r", str(WHEELS), "-d", folder)
        subprocess.run([sys.executable, "-m", "pip", *words], check=True)
        for wheel in Path(folder).glob("*.whl"):
            with zipfile.ZipFile(wheel) as archive:
                for name in archive.namelist():
                    if name.endswith(".ttf") and not Path(name).name.startswith(("Angsana", "Webdings")):
                        _write(TARGET / "wheels" / wheel.name.split("-")[0] / Path(name).name, archive.read(name))


def _npm() -> None:
    if any((TARGET / "npm").glob("*.ttf")):
        return
    if not shutil.which("npm"):
        raise ValueError("npm is not installed")
    for package, integrity in NPM.items():
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["npm", "pack", "-s", package], check=True, cwd=folder, stdout=subprocess.DEVNULL)
            (pack,) = Path(folder).glob("*.tgz")
            if base64.b64encode(hashlib.sha512(pack.read_bytes()).digest()).decode() != integrity:
                raise ValueError(f"{package} is not the package that was pinned")
            with tarfile.open(pack) as archive:
                archive.extractall(folder, filter="data")
            for name, font in _faces(Path(folder)):
                (TARGET / "npm").mkdir(parents=True, exist_ok=True)
                font.save(TARGET / "npm" / name)


def _faces(folder: Path) -> Iterator[tuple[str, TTFont]]:
    """Yield the Thai faces of an unpacked package as plain TrueType, named Family-Style.ttf."""
    for path in sorted(folder.rglob("*.ttf")):  # BaiJamjuree_400Regular_Italic.ttf
        family, weight = path.stem.split("_")[:2]
        if weight[:3] in _WEIGHTS:
            yield f"{family}-{weight[3:]}{'Italic' * path.stem.endswith('Italic')}.ttf", TTFont(path)
    for path in sorted(folder.rglob("*-thai-*.woff")):  # taviraj-thai-400-italic.woff
        family, _, weight, slant = path.stem.split("-")
        if weight in _WEIGHTS:
            font = TTFont(path)
            font.flavor = None
            yield f"{family.capitalize()}-{_WEIGHTS[weight]}{'Italic' * (slant == 'italic')}.ttf", font


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


if __name__ == "__main__":
    main()

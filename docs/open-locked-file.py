#!/usr/bin/env python3
"""Opens a locked file of Ringfence, without Ringfence.

    python3 open-locked-file.py phones.ringfence > copy.json

It asks for the passphrase and writes the plain copy, a JSON text, to standard output. It needs the package
"cryptography" (`pip install cryptography`, or Debian's python3-cryptography). docs/formats.md describes the file.
"""
import base64, getpass, json, sys, unicodedata
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

HEADER = ("format", "version", "kdf", "rounds", "cipher", "salt", "iv")


def unlock(text, passphrase):
    file = json.loads(text)
    expected = ("ringfence-locked", 1, "PBKDF2-HMAC-SHA-256", "AES-256-GCM")
    if tuple(file.get(name) for name in ("format", "version", "kdf", "cipher")) != expected:
        sys.exit("This is not a locked file of Ringfence in a version that this script knows.")
    if type(file["rounds"]) is not int or not 100_000 <= file["rounds"] <= 5_000_000:
        sys.exit("This file asks for too little or too much work. It was not made by Ringfence.")
    tidy = unicodedata.normalize("NFC", passphrase)
    for space in "\t\n\r\u00a0":
        tidy = tidy.replace(space, " ")
    tidy = " ".join(word for word in tidy.split(" ") if word)
    salt, iv, payload = (base64.b64decode(file[name], validate=True) for name in ("salt", "iv", "payload"))
    key = PBKDF2HMAC(hashes.SHA256(), 32, salt, file["rounds"]).derive(tidy.encode())
    header = "\n".join(str(file[name]) for name in HEADER).encode()
    try:
        return AESGCM(key).decrypt(iv, payload, header)
    except InvalidTag:
        sys.exit("The passphrase is wrong, or the file is damaged. You can try again as often as you like.")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8-sig") as file:
        text = file.read()
    # In a pipe there is nobody to ask: the passphrase is the first line.
    passphrase = getpass.getpass("Passphrase: ") if sys.stdin.isatty() else sys.stdin.readline()
    sys.stdout.buffer.write(unlock(text, passphrase))

"""Writes a module of constants in src/runtime, and their bits to tests/runtime/reference/constants.json: a digit that is
changed by hand in the source is then noticed, however little it changes any result."""
import json
import struct
from pathlib import Path

ROOT = Path(__file__).parents[2]
BITS = ROOT / "tests/runtime/reference/constants.json"


def write(module: str, about: str, script: str, groups: list[tuple[str, dict[str, float | list]]]) -> None:
    """Each group is a comment, and the constants under it: numbers, and lists of numbers or of rows of numbers."""
    text = f"/** {about}. Made by {Path(script).relative_to(ROOT)}; do not edit. */\n"
    for comment, constants in groups:
        text += f"\n/** {comment} */\n" + "".join(map(declared, constants, constants.values()))
    (ROOT / f"src/runtime/{module}.ts").write_text(text)
    recorded = json.loads(BITS.read_text()) if BITS.exists() else {}
    recorded[module] = {name: list(map(bits, flat(value))) for _, constants in groups for name, value in constants.items()}
    BITS.write_text(json.dumps(dict(sorted(recorded.items())), indent=1) + "\n")


def declared(name: str, value: float | list) -> str:
    if not isinstance(value, list):
        return f"export const {name} = {value!r}\n"
    if len(value) == 2 and not isinstance(value[0], list):
        return f"export const {name}: readonly [number, number] = {value!r}\n"
    rows = "".join("  " + ", ".join(map(repr, flat([row]))) + ",\n" for row in value)
    return f"export const {name}: readonly number[] = [\n{rows}]\n"


def flat(value: float | list) -> list[float]:
    return [v for part in value for v in flat(part)] if isinstance(value, list) else [value]


def bits(value: float) -> str:
    return struct.pack(">d", value).hex()

"""Measures the rendering of photographs beside a bare loop of the same Pillow calls.

    python benchmarks/pictures.py [--photos 40] [--rounds 3] [--jobs 2] [--turn 40] [--folder DIR]

Both make the same files from the same synthetic photographs of 12 megapixels, over the same number of
processes; the bare loop remembers nothing, reads and writes no metadata, checks nothing. On a machine that
does other work, ``--turn 5`` lets the two take turns after five photographs each, so that both meet the same
disturbances; their workers stay alive between turns.

Prints one JSON object. ``first_run``, ``second_run`` and ``bare_loop`` are seconds of wall clock, ``wall_ratio``
compares them. ``cpu`` holds seconds of processor time (user and system) that both take in one process, in
turns of five photographs, and ``cpu_ratio`` compares those: other work on the machine disturbs it less. ``--rounds 0``
measures processor time alone.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import platform
import random
import shutil
import statistics
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
os.environ["PYTHONPATH"] = str(ROOT)

import PIL  # noqa: E402
from PIL import Image, ImageDraw, ImageFilter, features  # noqa: E402

from plugins.cache.output import Output  # noqa: E402
from plugins.cache.pool import Pool  # noqa: E402
from plugins.cache.stamp import walk  # noqa: E402
from plugins.cache.store import Store  # noqa: E402
from plugins.newsroom.model import Credit  # noqa: E402
from plugins.pictures.credit import rights_for  # noqa: E402
from plugins.pictures.crop import crop  # noqa: E402
from plugins.pictures.examination import PictureFile  # noqa: E402
from plugins.pictures.fetch import Job  # noqa: E402
from plugins.pictures.make import RenditionTally, make  # noqa: E402
from plugins.pictures.plan import GALLERY, HERO  # noqa: E402
from plugins.pictures.rendition_store import RenditionStore  # noqa: E402
from plugins.pictures.renditions import renditions  # noqa: E402
from plugins.pictures.survey import survey  # noqa: E402

SIZE = (4000, 3000)
PER_REPORT = 5
"""Photographs of a report, the first of which is its hero."""


def photograph(path: Path, seed: int) -> None:
    """A picture with the soft areas, edges and grain of a photograph."""
    chance = random.Random(seed)
    soft = Image.frombytes("RGB", (40, 30), chance.randbytes(40 * 30 * 3)).resize(SIZE, Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(soft)
    for _ in range(60):
        x, y, radius = chance.randrange(SIZE[0]), chance.randrange(SIZE[1]), chance.randrange(20, 400)
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=tuple(chance.randbytes(3)))
        draw.line((x, y, chance.randrange(SIZE[0]), chance.randrange(SIZE[1])), fill=(20, 20, 20), width=9)
    grain = Image.frombytes("L", SIZE, chance.randbytes(SIZE[0] * SIZE[1])).filter(ImageFilter.GaussianBlur(1))
    image = Image.blend(soft.filter(ImageFilter.GaussianBlur(1.5)), grain.convert("RGB"), 0.12)
    exif = Image.Exif()
    exif[0x013B], exif[0x8298] = f"Person {seed}", "Example"
    image.save(path, "JPEG", quality=92, exif=exif)


def ours(photos: list[Path], folder: Path, pool: Pool) -> tuple[float, RenditionTally, int]:
    """All of it: digests, survey, plan, rendering, writing, remembering. (seconds, made, opened)"""
    begun = time.perf_counter()
    now = time.time_ns()
    with Store(folder / "cache" / "store") as store:
        source = photos[0].parent
        names = {path.name for path in photos}
        seen = {name: what for name, what in walk(source).items() if name in names}
        digests = store.inputs.digests(source, seen, now)
        surveyed = survey([PictureFile(path, path.name, digests[path.name]) for path in photos], store, pool)
        work = []
        for number, path in enumerate(photos):
            picture = surveyed.found[path.name].picture
            if picture is None:
                raise SystemExit(str(surveyed.found[path.name].problems))
            rights = rights_for(Credit("Example | Person"), picture.metadata)
            uses = GALLERY if number % PER_REPORT else HERO
            work.append(Job(path, picture, rights, renditions(picture, rights, uses), "photos"))
        output = Output(folder / "out", store)
        made = make(work, output, RenditionStore(folder / "cache" / "renditions"), pool)
        output.commit()
    return time.perf_counter() - begun, made, surveyed.opened


def bare(photos: list[Path], folder: Path, pool: ProcessPoolExecutor) -> float:
    """The same Pillow calls over as many processes, and nothing else."""
    begun = time.perf_counter()
    for _ in pool.map(bare_photo, bare_work(photos, folder)):
        pass
    return time.perf_counter() - begun


def bare_pool(jobs: int) -> ProcessPoolExecutor:
    """Workers that have Pillow at hand; they start with the first photograph."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["PIL.Image", "PIL.JpegImagePlugin", "PIL.AvifImagePlugin"])
    return ProcessPoolExecutor(jobs, mp_context=context)


def bare_work(photos: list[Path], folder: Path) -> list[tuple[str, str, bool]]:
    """What the loop goes through: photograph, folder, whether it is a hero."""
    (folder / "out").mkdir(parents=True)
    return [(str(path), str(folder / "out"), number % PER_REPORT == 0) for number, path in enumerate(photos)]


def processor_time(photos: list[Path], folder: Path) -> tuple[float, float]:
    """Seconds of processor time that ours and the bare loop take in this one process, in turns of one report."""
    mine = loop = 0.0
    with Pool(1) as pool:
        for start in range(0, len(photos), PER_REPORT):
            part = photos[start : start + PER_REPORT]
            begun = time.process_time()
            ours(part, folder / "ours-cpu", pool)
            between = time.process_time()
            for work in bare_work(part, folder / "bare-cpu"):
                bare_photo(work)
            mine, loop = mine + between - begun, loop + time.process_time() - between
            for name in ("ours-cpu", "bare-cpu"):
                shutil.rmtree(folder / name)
    return mine, loop


def bare_photo(work: tuple[str, str, bool]) -> None:
    """One photograph: decode, scale down step by step, encode."""
    path, folder, hero = work
    stem = f"{folder}/{Path(path).stem}"
    with Image.open(path) as image:
        image.draft(None, (2560, 1920))
        base = image.resize((2560, 1920), Image.Resampling.LANCZOS)
    save(base, f"{stem}-large.jpg", quality=85)
    step, steps = base, {}
    for width in (1600, 960, 480):
        step = steps[width] = step.resize((width, width * 3 // 4), Image.Resampling.LANCZOS)
        both(step, f"{stem}-{width}")
    if hero:
        card = crop(960, 720, (3, 2)), crop(480, 360, (3, 2))
        both(steps[960].crop((card[0].left, card[0].top, card[0].right, card[0].bottom)), f"{stem}-card-960")
        both(steps[480].crop((card[1].left, card[1].top, card[1].right, card[1].bottom)), f"{stem}-card-480")
        part = crop(1600, 1200, (1200, 630))
        box = (part.left, part.top, part.right, part.bottom)
        social = steps[1600].resize((1200, 630), Image.Resampling.LANCZOS, box=box)
        save(social, f"{stem}-social.jpg", quality=78)


def both(image: Image.Image, stem: str) -> None:
    """As JPEG and AVIF."""
    save(image, f"{stem}.jpg", quality=78)
    out = io.BytesIO()
    image.save(out, "AVIF", quality=55, speed=8, max_threads=1)
    Path(f"{stem}.avif").write_bytes(out.getvalue())


def save(image: Image.Image, path: str, quality: int) -> None:
    """As a progressive JPEG."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, progressive=True, optimize=True)
    Path(path).write_bytes(out.getvalue())


@dataclass
class Round:
    """What one round took and did."""

    first: float = 0.0
    second: float = 0.0
    loop: float = 0.0
    rendered: int = 0
    opened: int = 0
    rendered_again: int = 0
    opened_again: int = 0
    files: int = 0
    files_bare: int = 0


def one_round(photos: list[Path], folder: Path, jobs: int, turn: int) -> Round:
    """Both, in turns."""
    done = Round()
    with Pool(jobs, preload=["plugins.pictures.make"]) as pool, bare_pool(jobs) as loop:
        for start in range(0, len(photos), turn):
            part = photos[start : start + turn]
            seconds, made, opened = ours(part, folder / "ours", pool)
            again, kept, reopened = ours(part, folder / "ours", pool)
            done.first, done.second = done.first + seconds, done.second + again
            done.loop += bare(part, folder / "bare", loop)
            done.rendered, done.opened = done.rendered + made.rendered, done.opened + opened
            done.rendered_again += kept.rendered
            done.opened_again += reopened
            done.files += len(list((folder / "ours" / "out").rglob("*.*")))
            done.files_bare += len(list((folder / "bare" / "out").rglob("*.*")))
            for name in ("ours", "bare"):
                shutil.rmtree(folder / name)
    return done


def measure(photos: list[Path], folder: Path, given: argparse.Namespace) -> dict[str, object]:
    """Several rounds, and what they say."""
    rounds = []
    for number in range(given.rounds):
        done = one_round(photos, folder, given.jobs, given.turn)
        rounds.append(done)
        said = f"round {number + 1}: {done.first:.1f} s, again {done.second:.2f} s, bare {done.loop:.1f} s"
        print(said, file=sys.stderr, flush=True)
    last = rounds[-1] if rounds else Round()
    cpu = processor_time(photos, folder)
    return {
        "photos": len(photos),
        "megapixels_each": SIZE[0] * SIZE[1] / 1e6,
        "jobs": given.jobs,
        "photos_a_turn": given.turn,
        "first_run": [round(done.first, 2) for done in rounds],
        "second_run": [round(done.second, 3) for done in rounds],
        "bare_loop": [round(done.loop, 2) for done in rounds],
        "wall_ratio": round(statistics.median(done.first / done.loop for done in rounds), 3) if rounds else None,
        "cpu": [round(seconds, 2) for seconds in cpu],
        "cpu_ratio": round(cpu[0] / cpu[1], 3),
        "rendered": [last.rendered, last.rendered_again],
        "opened": [last.opened, last.opened_again],
        "files": [last.files, last.files_bare],
        "pillow": PIL.__version__,
        "avif": features.version("avif"),
        "python": platform.python_version(),
        "processors": os.cpu_count(),
        "load": [round(load, 1) for load in os.getloadavg()],
    }


def main() -> None:
    """Makes the photographs, measures, prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--photos", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--turn", type=int, default=0, help="photographs a turn; all of them otherwise")
    parser.add_argument("--folder", type=Path, help="where to work; a temporary folder otherwise")
    given = parser.parse_args()
    given.turn = given.turn or given.photos
    with tempfile.TemporaryDirectory(dir=given.folder) as name:
        folder = Path(name)
        (folder / "photos").mkdir()
        photos = [folder / "photos" / f"photo-{number:02}.jpg" for number in range(given.photos)]
        for number, path in enumerate(photos):
            photograph(path, number)
        print(json.dumps(measure(photos, folder, given), indent=1))


if __name__ == "__main__":
    main()

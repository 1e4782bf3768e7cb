"""Measures the rendering of photographs beside a bare loop of the same Pillow calls.

    python benchmarks/pictures.py [--photos 40] [--rounds 3] [--jobs 2] [--folder DIR]

Both make the same files from the same synthetic photographs of 12 megapixels, in turn, each over the
same number of processes; the bare loop remembers nothing, reads and writes no metadata, checks nothing.
Prints one JSON object; times are seconds of wall clock. ``cpu_ratio`` compares the processor time of both for
some of the photographs in one process, which other work on the machine does not disturb.
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
from multiprocessing import get_context
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
os.environ["PYTHONPATH"] = str(ROOT)

import PIL  # noqa: E402
from PIL import Image, ImageDraw, ImageFilter, features  # noqa: E402

from plugins.memo.output import Output  # noqa: E402
from plugins.memo.pool import Pool  # noqa: E402
from plugins.memo.stamp import walk  # noqa: E402
from plugins.memo.store import Store  # noqa: E402
from plugins.newsroom.model import Credit  # noqa: E402
from plugins.pictures.cabinet import Cabinet  # noqa: E402
from plugins.pictures.credit import rights_for  # noqa: E402
from plugins.pictures.crop import crop  # noqa: E402
from plugins.pictures.fetch import Job  # noqa: E402
from plugins.pictures.make import Made, make  # noqa: E402
from plugins.pictures.plan import GALLERY, HERO  # noqa: E402
from plugins.pictures.renditions import renditions  # noqa: E402
from plugins.pictures.survey import PictureFile, survey  # noqa: E402

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


def ours(photos: list[Path], folder: Path, jobs: int) -> tuple[float, Made, int]:
    """All of it: digests, survey, plan, rendering, writing, remembering. (seconds, made, opened)"""
    begun = time.perf_counter()
    now = time.time_ns()
    with Store(folder / "cache" / "store") as store, Pool(jobs, preload=["plugins.pictures.make"]) as pool:
        source = photos[0].parent
        digests = store.inputs.digests(source, walk(source), now)
        files = [PictureFile(path, path.name, digests[path.name]) for path in photos]
        surveyed = survey(files, store, pool)
        work = []
        for number, path in enumerate(photos):
            picture = surveyed.found[path.name].picture
            if picture is None:
                raise SystemExit(str(surveyed.found[path.name].problems))
            rights = rights_for(Credit("Example | Person"), picture.metadata)
            uses = GALLERY if number % PER_REPORT else HERO
            work.append(Job(path, picture, rights, renditions(picture, rights, uses), "photos"))
        output = Output(folder / "out", store)
        made = make(work, output, Cabinet(folder / "cache" / "renditions"), pool)
        output.commit()
    return time.perf_counter() - begun, made, surveyed.opened


def bare(photos: list[Path], folder: Path, jobs: int) -> float:
    """The same Pillow calls over as many processes, and nothing else."""
    begun = time.perf_counter()
    work = bare_work(photos, folder)
    context = get_context("forkserver")
    context.set_forkserver_preload(["PIL.Image", "PIL.JpegImagePlugin", "PIL.AvifImagePlugin"])
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        for _ in pool.map(bare_photo, work):
            pass
    return time.perf_counter() - begun


def bare_work(photos: list[Path], folder: Path) -> list[tuple[str, str, bool]]:
    """What the loop goes through: photograph, folder, whether it is a hero."""
    (folder / "out").mkdir(parents=True)
    return [(str(path), str(folder / "out"), number % PER_REPORT == 0) for number, path in enumerate(photos)]


def processor_time(photos: list[Path], folder: Path) -> float:
    """How many times the processor time of the bare loop ours takes, in this one process."""
    begun = time.process_time()
    ours(photos, folder / "ours-cpu", 1)
    between = time.process_time()
    for work in bare_work(photos, folder / "bare-cpu"):
        bare_photo(work)
    ended = time.process_time()
    for name in ("ours-cpu", "bare-cpu"):
        shutil.rmtree(folder / name)
    return (between - begun) / (ended - between)


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


def measure(photos: list[Path], folder: Path, rounds: int, jobs: int) -> dict[str, object]:
    """Both in turn, so that a machine that grows slower does so for both."""
    first, second, loop, counts = [], [], [], {}
    for number in range(rounds):
        place = folder / f"ours-{number}"
        seconds, made, opened = ours(photos, place, jobs)
        again, kept, reopened = ours(photos, place, jobs)
        first.append(seconds)
        second.append(again)
        counts = {
            "rendered_first": made.rendered,
            "opened_first": opened,
            "rendered_second": kept.rendered,
            "opened_second": reopened,
            "kept_second": kept.kept,
        }
        loop.append(bare(photos, folder / f"bare-{number}", jobs))
        files = [len(list((folder / f"{kind}-{number}" / "out").rglob("*.*"))) for kind in ("ours", "bare")]
        shutil.rmtree(place)
        shutil.rmtree(folder / f"bare-{number}")
        counts |= {"files_ours": files[0], "files_bare": files[1]}
        print(f"round {number + 1}: {seconds:.1f} s, again {again:.2f} s, bare {loop[-1]:.1f} s", file=sys.stderr)
    ratios = [mine / theirs for mine, theirs in zip(first, loop, strict=True)]
    return {
        "photos": len(photos),
        "megapixels_each": SIZE[0] * SIZE[1] / 1e6,
        "jobs": jobs,
        "first_run": [round(s, 2) for s in first],
        "second_run": [round(s, 3) for s in second],
        "bare_loop": [round(s, 2) for s in loop],
        "ratio_median": round(statistics.median(ratios), 3),
        "ratio_of_best": round(min(first) / min(loop), 3),
        "cpu_ratio": round(statistics.median(processor_time(photos[:10], folder) for _ in range(rounds)), 3),
        **counts,
        "pillow": PIL.__version__,
        "avif": features.version("avif"),
        "python": platform.python_version(),
        "processors": os.cpu_count(),
    }


def main() -> None:
    """Makes the photographs, measures, prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--photos", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--folder", type=Path, help="where to work; a temporary folder otherwise")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as name:
        folder = Path(name)
        (folder / "photos").mkdir()
        photos = [folder / "photos" / f"photo-{number:02}.jpg" for number in range(given.photos)]
        for number, path in enumerate(photos):
            photograph(path, number)
        print(json.dumps(measure(photos, folder, given.rounds, given.jobs), indent=1))


if __name__ == "__main__":
    main()

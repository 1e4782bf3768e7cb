"""The only module that imports Pelican: one generator, one writer, offered through its signals."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.settings import read_settings
from pelican.writers import Writer

from plugins.build.config import Config, read_clock
from plugins.build.own_theme import theme_of
from plugins.build.run import run
from plugins.build.settings_files import sources_of
from plugins.build.summary import Summary

ROOT = Path(__file__).resolve().parents[1]
Settings = dict[str, Any]


def settings_of(
    conf: str, content: str, translations: str, output: str, cache: str, jobs: int, **more: bool
) -> Settings:
    """Pelican's settings from a file of ours, with the folders and wishes of a task."""
    path = ROOT / conf
    override = {"PATH": _path(content), "OUTPUT_PATH": _path(output), "CACHE_PATH": _path(cache)}
    settings: Settings = read_settings(str(path), override=override)
    own = {"TRANSLATIONS": _path(translations), "JOBS": jobs, **more}
    settings["DREIKLANG"] = {**settings["DREIKLANG"], **own, "SETTINGS": sources_of(path, settings)}
    return settings


def _path(given: str) -> str:
    return str(Path(given).resolve())


def config_of(settings: Settings) -> Config:
    """Pelican's settings as our typed configuration; parsed once."""
    own = settings.get("DREIKLANG", {})
    content, cache = Path(settings["PATH"]).resolve(), Path(settings["CACHE_PATH"]).resolve()
    return Config(
        content=content,
        translations=Path(own["TRANSLATIONS"]).resolve(),
        theme=theme_of(Path(settings["THEME"]).resolve(), content, cache),
        output=Path(settings["OUTPUT_PATH"]).resolve(),
        cache=cache,
        now=read_clock(),
        jobs=int(own.get("JOBS", 0)),
        publish=bool(own.get("PUBLISH", False)),
        fresh=bool(own.get("FRESH", False)),
        lenient=bool(own.get("LENIENT", False)),
        verify=bool(own.get("VERIFY", False)),
        timings=bool(own.get("TIMINGS", False)),
        executor=str(own.get("EXECUTOR", "")),
        settings=tuple(own.get("SETTINGS", ())),
    )


class NewsroomWriter(Writer):  # type: ignore[misc]
    """Writes the newsroom as a whole; what did not change is left alone."""

    def write_newsroom(self, config: Config) -> Summary:
        """Runs the pipeline and says what was done. Raises ``ContentError`` with the last output untouched."""
        return run(config)


class NewsroomGenerator(Generator):  # type: ignore[misc]
    """The only generator that makes output."""

    def generate_output(self, writer: NewsroomWriter) -> None:
        """Hands the typed configuration to our writer."""
        writer.write_newsroom(config_of(self.settings))


class Newsroom(Pelican):  # type: ignore[misc]
    """Pelican's run with the generators that plugins offer, and a last line that says what was done."""

    def run(self) -> None:
        """Runs the offered generators with the offered writer."""
        context = {**self.settings, "generated_content": {}, "static_links": set(), "static_content": {}}
        offered = [kind for _, kind in signals.get_generators.send(self) if kind is not None]
        generators = [
            kind(
                context=context,
                settings=self.settings,
                path=self.path,
                theme=self.theme,
                output_path=self.output_path,
            )
            for kind in offered
        ]
        signals.all_generators_finalized.send(generators)
        writer = self._get_writer()
        for generator in generators:
            generator.generate_output(writer)
        signals.finalized.send(self)


def offer_generator(_: Pelican) -> type[NewsroomGenerator]:
    """Answers ``get_generators``."""
    return NewsroomGenerator


def offer_writer(_: Pelican) -> type[NewsroomWriter]:
    """Answers ``get_writer``."""
    return NewsroomWriter


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(offer_generator)
    signals.get_writer.connect(offer_writer)

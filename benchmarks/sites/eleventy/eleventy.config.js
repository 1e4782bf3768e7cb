import { feedPlugin } from "@11ty/eleventy-plugin-rss";

const LANGS = ["de", "nl", "en"];
const PER_PAGE = 20;
const SITE = { title: "Benchmark press site", url: "https://www.example.org", langs: LANGS };

export default function (config) {
  config.setQuietMode(true);
  config.addGlobalData("site", SITE);
  config.addPassthroughCopy({ "static/style.css": "theme/style.css" });

  const dates = {};
  for (const lang of LANGS) {
    dates[lang] = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { dateStyle: "long", timeZone: "UTC" });
  }
  config.addFilter("longdate", (date, lang) => dates[lang].format(date));
  config.addFilter("iso", (date) => date.toISOString());

  let around = new Map();
  config.addFilter("around", (url) => around.get(url) || {});

  const reports = (api) => api.getFilteredByGlob("content/**/*.md");

  function newestFirst(api) {
    const lists = Object.fromEntries(LANGS.map((lang) => [lang, []]));
    for (const report of reports(api)) lists[report.data.lang].push(report);
    around = new Map();
    for (const list of Object.values(lists)) {
      list.sort((a, b) => b.date - a.date);
      list.forEach((report, i) => around.set(report.url, { newer: list[i - 1], older: list[i + 1] }));
    }
    return lists;
  }

  function paginate(list, url, lang, heading, size = PER_PAGE) {
    const total = Math.max(1, Math.ceil(list.length / size));
    const address = (n) => (n === 0 ? url : `${url}page/${n + 1}/`);
    return Array.from({ length: total }, (_, n) => ({
      lang,
      heading,
      url: address(n),
      reports: list.slice(n * size, (n + 1) * size),
      number: n + 1,
      total,
      newer: n > 0 ? address(n - 1) : "",
      older: n + 1 < total ? address(n + 1) : "",
    }));
  }

  function grouped(list, names) {
    const groups = new Map();
    for (const report of list) {
      for (const name of names(report)) {
        if (!groups.has(name)) groups.set(name, []);
        groups.get(name).push(report);
      }
    }
    return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  const kinds = {
    topics: (report) => report.data.topics,
    years: (report) => report.data.years,
    authors: (report) => report.data.authors,
  };

  config.addCollection("lists", (api) => {
    const pages = [];
    for (const [lang, list] of Object.entries(newestFirst(api))) {
      pages.push(...paginate(list, `/${lang}/`, lang, ""));
      for (const [kind, names] of Object.entries(kinds)) {
        for (const [name, members] of grouped(list, names)) {
          const size = kind === "authors" ? members.length : PER_PAGE;
          pages.push(...paginate(members, `/${lang}/${kind}/${name}/`, lang, name, size));
        }
      }
    }
    return pages;
  });

  config.addCollection("overviews", (api) => {
    const pages = [];
    for (const [lang, list] of Object.entries(newestFirst(api))) {
      for (const [kind, names] of Object.entries(kinds)) {
        const entries = grouped(list, names).map(([name, members]) => ({ name, count: members.length }));
        pages.push({ lang, kind, url: `/${lang}/${kind}/`, entries });
      }
    }
    return pages;
  });

  for (const lang of LANGS) {
    config.addCollection(`feed_${lang}`, (api) =>
      api.getFilteredByGlob(`content/${lang}/**/*.md`).sort((a, b) => a.date - b.date));
    config.addPlugin(feedPlugin, {
      type: "atom",
      inputPath: `feed-${lang}.njk`,
      outputPath: `/${lang}/feed.xml`,
      collection: { name: `feed_${lang}`, limit: 20 },
      metadata: { language: lang, title: SITE.title, base: `${SITE.url}/`, author: { name: "Benchmark" } },
    });
  }

  return {
    dir: { input: ".", output: "_site", includes: "_includes", data: "_data" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
}

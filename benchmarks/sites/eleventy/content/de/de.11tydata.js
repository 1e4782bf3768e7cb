export default {
  lang: "de",
  layout: "report.njk",
  permalink: (data) => `/de/reports/${data.page.fileSlug}/index.html`,
};

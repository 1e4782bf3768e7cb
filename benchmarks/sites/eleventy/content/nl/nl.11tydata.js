export default {
  lang: "nl",
  layout: "report.njk",
  permalink: (data) => `/nl/reports/${data.page.fileSlug}/index.html`,
};

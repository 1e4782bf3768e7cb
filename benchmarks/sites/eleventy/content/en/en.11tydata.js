export default {
  lang: "en",
  layout: "report.njk",
  permalink: (data) => `/en/reports/${data.page.fileSlug}/index.html`,
};

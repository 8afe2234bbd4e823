/** In which language the last page of the server stood, for a page that no server answers. A file of its own: every page sets it. */
export const PAGE_LANGUAGE_COOKIE = 'page-language'

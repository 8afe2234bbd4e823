import Link from 'next/link'
import { useTranslations } from 'next-intl'

/**
 * The way to find a person, a page or a fact, on every page. As soon as its script is there, a press and Ctrl K open it over the page
 * (palette-keys), with the pages that the role may open; before that, and without script, it is a link.
 */
export const SearchLink = ({ pages, canFind }: { pages: readonly string[]; canFind: boolean }) => {
  const t = useTranslations('layout')
  return (
    <Link
      href={canFind ? '/people/search' : '/countries/be/facts'}
      prefetch={false}
      data-search={pages.join(' ')}
      title={t('searchHint')}
      aria-keyshortcuts="Control+K Meta+K"
      className="inline-flex size-11 shrink-0 items-center justify-center rounded-full text-rail-ink hover:bg-rail-active max-[22rem]:w-9 lg:text-muted lg:hover:bg-sunken"
    >
      <svg
        viewBox="0 0 24 24"
        width="24"
        height="24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        aria-hidden="true"
      >
        <path d="M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5L20 20" />
      </svg>
      <span className="sr-only">{t('search')}</span>
    </Link>
  )
}

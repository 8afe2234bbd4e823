import { useTranslations } from 'next-intl'

/** Two strokes beside each other, and the name; beside the buttons of a page the strokes alone. */
export const Brand = ({ isBeside = false }: { isBeside?: boolean }) => {
  const t = useTranslations('common')
  return (
    <span className="flex items-center gap-2.5 font-serif text-[1.3125rem] leading-none font-semibold tracking-tight text-rail-ink">
      <svg
        viewBox="0 0 26 26"
        aria-hidden="true"
        className="size-6.5"
        fill="none"
        strokeWidth="3"
        strokeLinecap="round"
      >
        <path d="M7 23c0-7 1-13 5-19" className="stroke-sun" />
        <path d="M15 23c0-6 1-11 5-15" className="stroke-rail-ink" />
      </svg>
      <span className={isBeside ? 'sr-only' : 'max-[24rem]:sr-only'}>{t('name')}</span>
    </span>
  )
}

import { useTranslations } from 'next-intl'
import { COMPARED, type Fit, type Fits } from '@/lib/people/compare.rules'

const SIGNS: Readonly<Record<Exclude<Fit, 'unknown'>, string>> = { same: '✓', near: '≈', differs: '≠' }
const LOOKS: Readonly<Record<Exclude<Fit, 'unknown'>, string>> = {
  same: 'text-ink',
  near: 'text-muted',
  differs: 'font-semibold',
}

/** Field by field how two people fit, in words with a sign. What is recorded of one alone says nothing. */
export const FitLine = ({ fits }: { fits: Fits }) => {
  const t = useTranslations('duplicates.fit')
  const said = {
    name: t(`name.${fits.name}`),
    age: fits.age === 'unknown' ? null : t(`age.${fits.age}`),
    nationality: fits.nationality === 'unknown' ? null : t(`nationality.${fits.nationality}`),
    place: fits.place === 'unknown' ? null : t(`place.${fits.place}`),
    sex: fits.sex === 'unknown' ? null : t(`sex.${fits.sex}`),
  }
  return (
    <ul className="flex flex-wrap gap-x-3 text-sm">
      {COMPARED.codes.map((field) => {
        const fit = fits[field]
        return fit === 'unknown' ? null : (
          <li key={field} className={LOOKS[fit]}>
            <span aria-hidden="true">{SIGNS[fit]} </span>
            {said[field]}
          </li>
        )
      })}
    </ul>
  )
}

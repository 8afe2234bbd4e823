import { usePartnerLabels } from '@/components/partners/partner-labels'
import { isOffered, type Partner } from '@/lib/partners/partner.rules'
import type { PartnerOption } from './partner-choice'

/** The partners to choose from: those that are offered, and the one that is named already. */
export const usePartnerOptions = (partners: readonly Partner[]) => {
  const { t, languages, regions, said, facts } = usePartnerLabels()
  return (named: string | null): PartnerOption[] =>
    partners
      .filter((one) => isOffered(one) || one.id === named)
      .map((one) => ({
        id: one.id,
        name: one.name,
        about: facts([t(`kind.${one.kind}`), regions(one.regions), languages(one.spoken), one.takes]),
        said: said(one),
        isWarned: one.warnedOn !== null,
      }))
}

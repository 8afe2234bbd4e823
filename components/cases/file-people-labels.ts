import { useTranslations } from 'next-intl'
import type { FileRole, KinBasis } from '@/lib/cases/file-people.rules'

/** What a person is in a file, in words. */
export const filePeopleLabels = (t: ReturnType<typeof useTranslations<'people.inFile'>>) => {
  /** "Child, as said"; without a ground the kinship alone. */
  const role = (place: { readonly role: FileRole; readonly basis: KinBasis | null }): string =>
    place.basis === null
      ? t(`role.${place.role}`)
      : t(`kin.${place.basis}`, { role: t(`role.${place.role}`) })
  return { role }
}

export const useFilePeopleLabels = () => filePeopleLabels(useTranslations('people.inFile'))

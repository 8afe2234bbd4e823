import { Link } from '@/components/ui/link'

/** A file by its code. */
export const FileLink = ({ id, code }: { id: string; code: string }) => (
  <Link href={`/cases/${code}?file=${id}`} className="num inline-block py-1 font-semibold whitespace-nowrap">
    {code}
  </Link>
)

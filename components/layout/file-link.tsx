import Link from 'next/link'

/** A file by its code. Not prefetched: the audit log holds what was opened. */
export const FileLink = ({ id, code }: { id: string; code: string }) => (
  <Link
    href={`/cases/${code}?file=${id}`}
    prefetch={false}
    className="num inline-block py-1 font-semibold whitespace-nowrap"
  >
    {code}
  </Link>
)

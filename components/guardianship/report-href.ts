/** The address of the report of a minor, from that of the guardianship of their file. */
export const reportHref = (guardianshipHref: string, personId: string): string =>
  `${guardianshipHref.replace('/guardianship?', '/guardianship/report?')}&person=${personId}`

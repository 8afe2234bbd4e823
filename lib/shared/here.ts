/** The country under whose law the application works (ISO 3166-1); its reference data stands beside the files. */
export const HERE = 'BE'

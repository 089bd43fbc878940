/** Where a sealed value lives; it opens nowhere else. */
export const place = (table: string, column: string, id: string): string => `${table}:${column}:${id}`;

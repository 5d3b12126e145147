/** The entity classes of all features, for the data source. */
export const entities: Function[] = [];

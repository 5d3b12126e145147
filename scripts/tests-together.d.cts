export declare const packagesFolder: string;
export declare function testsOf(part: "api" | "scenarios" | "unit"): { together: string[]; alone: string[] };

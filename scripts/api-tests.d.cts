export declare const packagesFolder: string;
export declare function apiTests(): { together: string[]; alone: string[] };

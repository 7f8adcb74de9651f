CREATE TABLE "data_keys" (
    "name" TEXT NOT NULL CONSTRAINT "pk_data_keys" PRIMARY KEY,
    "xml" TEXT NOT NULL,
    "at" TEXT NOT NULL
);

package com.example;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.DeviceError;

/** Uses the domain alone. */
public final class Importer {

    public static void main(String[] arguments) {
        String location = "/customers/47021739-3426-40BF-9601-61B4B6D7C793/batchJobStatus/0127ed8e-ff72-4983-a3d8-e8d8bd378932";
        String remedy = DeviceError.of("808", "ZtdDeviceAssignedToOtherTenant").known().orElseThrow().remedy();
        System.out.println(BatchReference.parse(location) + ": " + remedy);
    }
}
